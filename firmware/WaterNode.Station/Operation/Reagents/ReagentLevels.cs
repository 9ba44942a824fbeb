using WaterNode.Station.Journal;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Operation.Reagents
{
    /// <summary>What is left in the bottles, on flash: reckoned from what the pumps were asked to move since somebody confirmed that a bottle is full.</summary>
    /// <remarks>An estimate, on which no measurement depends: a bottle that is empty by it may not be, and one that is really empty shows in the chemistry.
    /// What nobody confirmed is unknown; no number is made up for it.</remarks>
    public sealed class ReagentLevels : IStoredState
    {
        /// <summary>Stands for a level that nobody knows.</summary>
        public const int Unknown = -1;

        /// <summary>Stands for every bottle in <see cref="TryRefill"/>.</summary>
        public const string All = "all";

        /// <summary>When fewer measurements than this are left, an event says so: about two days before the end, and again for the last ones.</summary>
        private const int RunsLow = 10, RunsVeryLow = 2;

        // How much of that was told already.
        private const byte ToldNothing = 0, ToldLow = 1, ToldVeryLow = 2;

        private const int Version = 1;
        private const char Letter = 'l';
        private const int MicroLitresPerMilliLitre = 1000;

        private const string NotKept = "The flash did not take it: the level stays as it was. Try again; if that fails too, have the node looked at.";

        private readonly StationConfig _config;
        private readonly MeteredFluidics _pumps;
        private readonly StationEvents _events;
        private readonly StateFile _file;
        private readonly int[] _microLitres = new int[Bottles.Count];
        private readonly byte[] _told = new byte[Bottles.Count];

        private bool _hasAsked;

        public ReagentLevels(StateShelf shelf, StationConfig config, MeteredFluidics pumps, StationEvents events)
        {
            _config = config;
            _pumps = pumps;
            _events = events;
            _file = shelf.Of(Letter);
            for (int i = 0; i < Bottles.Count; i++)
            {
                _microLitres[i] = Unknown;
            }
        }

        /// <summary>It outlives the journal's generations.</summary>
        public uint Generation
        {
            get { return 0; }
        }

        /// <summary>Reads what was kept before deep sleep; without it every level is unknown.</summary>
        public void Load()
        {
            _file.TryLoad(this);
        }

        /// <returns>What is left, ml, rounded down; <see cref="Unknown"/> when nobody confirmed a filling.</returns>
        public int LeftMilliLitres(Bottle bottle)
        {
            int left = _microLitres[(int)bottle];
            return left == Unknown ? Unknown : left / MicroLitresPerMilliLitre;
        }

        /// <returns>For how many measurements it is enough at least; <see cref="Unknown"/> with the level, or when a measurement takes none of it.</returns>
        public int RunsLeft(Bottle bottle)
        {
            int left = _microLitres[(int)bottle];
            int perRun = Bottles.MicroLitresPerRun(bottle, _config);
            return left == Unknown || perRun <= 0 ? Unknown : left / perRun;
        }

        /// <summary>Takes off what the pumps have moved, tells what runs low, and keeps the levels. Nothing is written when nothing was moved.</summary>
        /// <remarks>To be called when pumps have run: after a measurement of fluoride and arsenic, and after a calibration that takes reagents.</remarks>
        public void Settle()
        {
            bool isChanged = false;
            for (int i = 0; i < Bottles.Count; i++)
            {
                int moved = _pumps.Take(Bottles.LineOf((Bottle)i));
                isChanged |= moved > 0;
                if (_microLitres[i] != Unknown)
                {
                    _microLitres[i] = _microLitres[i] > moved ? _microLitres[i] - moved : 0;
                }
            }

            if (isChanged)
            {
                AskOnce();
                for (int i = 0; i < Bottles.Count; i++)
                {
                    TellLow((Bottle)i);
                }

                // When the flash refuses, this measurement's share is missing from the estimate after the next deep sleep.
                _file.TrySave(this);
            }
        }

        /// <summary>Somebody filled bottles and says so.</summary>
        /// <param name="name">Of one bottle, or <see cref="All"/>.</param>
        /// <param name="who">For example <c>button</c> or <c>command</c>.</param>
        /// <param name="problem">For a person; "" when true is returned.</param>
        /// <returns>False when no bottle is called so, or the flash refused.</returns>
        public bool TryRefill(string name, string who, out string problem)
        {
            problem = "";
            if (name == All)
            {
                bool good = true;
                for (int i = 0; i < Bottles.Count && good; i++)
                {
                    good = TryRefill((Bottle)i, who);
                }

                problem = good ? "" : NotKept;
                return good;
            }

            if (!Bottles.TryFind(name, out Bottle bottle))
            {
                problem = "There is no bottle '" + name + "': give tisab, electrolyte, standard, rinse or all.";
                return false;
            }

            bool isKept = TryRefill(bottle, who);
            problem = isKept ? "" : NotKept;
            return isKept;
        }

        public void Write(ByteWriter writer)
        {
            writer.Byte(Version);
            writer.Byte((byte)(_hasAsked ? 1 : 0));
            for (int i = 0; i < Bottles.Count; i++)
            {
                writer.UInt32(_microLitres[i]);
                writer.Byte(_told[i]);
            }
        }

        public bool TryRead(ByteReader reader)
        {
            const int bytesPerBottle = 5;
            if (reader.Byte() != Version || reader.Remaining != 1 + (Bottles.Count * bytesPerBottle))
            {
                return false;
            }

            _hasAsked = reader.Byte() != 0;
            for (int i = 0; i < Bottles.Count; i++)
            {
                int left = reader.Int32();
                _microLitres[i] = left >= 0 ? left : Unknown;
                _told[i] = reader.Byte();
            }

            return true;
        }

        /// <summary>The event first: a level that nobody can explain later would be a made-up one.</summary>
        private bool TryRefill(Bottle bottle, string who)
        {
            int place = (int)bottle;
            int before = _microLitres[place];
            byte toldBefore = _told[place];
            int full = Bottles.MilliLitresOf(bottle, _config);
            JsonWriter members = _events.Begin("reagent").Text("bottle", Bottles.NameOf(bottle)).Flag("refilled", true);
            if (before != Unknown)
            {
                members.Number("foundMilliLitres", before / MicroLitresPerMilliLitre);
            }

            if (!_events.TryStore(members.Number("leftMilliLitres", full).Text("who", who)))
            {
                return false;
            }

            // What was moved until now came out of the old filling.
            _pumps.Take(Bottles.LineOf(bottle));
            _microLitres[place] = full * MicroLitresPerMilliLitre;
            _told[place] = ToldNothing;
            if (_file.TrySave(this))
            {
                return true;
            }

            _microLitres[place] = before;
            _told[place] = toldBefore;
            return false;
        }

        /// <summary>A node whose bottles nobody confirmed asks for it, once in its life.</summary>
        private void AskOnce()
        {
            string unknown = "";
            for (int i = 0; i < Bottles.Count; i++)
            {
                if (_microLitres[i] == Unknown)
                {
                    unknown += (unknown.Length > 0 ? " " : "") + Bottles.NameOf((Bottle)i);
                }
            }

            if (!_hasAsked && unknown.Length > 0)
            {
                _hasAsked = _events.TryStore(_events.Begin("reagent").Text("unknown", unknown).Text("ask", "Fill these bottles and confirm it, at the station or by command."));
            }
        }

        private void TellLow(Bottle bottle)
        {
            int runs = RunsLeft(bottle);
            byte due = runs == Unknown || runs >= RunsLow ? ToldNothing : runs >= RunsVeryLow ? ToldLow : ToldVeryLow;
            if (due <= _told[(int)bottle])
            {
                return;
            }

            JsonWriter members = _events.Begin("reagent").Text("bottle", Bottles.NameOf(bottle)).Number("leftMilliLitres", LeftMilliLitres(bottle)).Number("runs", runs);
            if (_events.TryStore(members))
            {
                _told[(int)bottle] = due;
            }
        }
    }
}
