using System;
using WaterNode.Station.Journal;
using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Operation.Starting
{
    /// <summary>How many starts in a row came to no whole measuring cycle, on flash: a station that cannot finish one any more must not try the same for ever.</summary>
    /// <remarks>
    /// A wake from deep sleep is no start and leaves the count as it is: what crashes in it, or is ended by the watchdog, comes back as a start and
    /// is counted then. A healthy station that sleeps finds 0 and writes nothing. Power that fails counts too, on purpose: the pumps draw it down.
    /// A state that has decayed begins at 0 again: at worst five more starts fail.
    /// </remarks>
    public sealed class StartCounter : IStoredState
    {
        /// <summary>After so many failed starts in a row the next one is safe.</summary>
        public const int FailedStartsMax = 5;

        /// <summary>So many good cycles in safe mode, about a day, and the station tries normally once more.</summary>
        public const int GoodCyclesUntilTry = 96;

        private const int Version = 1;
        private const char Letter = 's';
        private const int StartsMax = 250;

        private readonly StateFile _file;

        private int _goodCycles;

        public StartCounter(StateShelf shelf)
        {
            _file = shelf.Of(Letter);
        }

        /// <summary>Starts since the last whole measuring cycle, this one too; up to 250. 0 when the last cycle ended well.</summary>
        public int Starts { get; private set; }

        /// <summary>True: this start must not try what the ones before it failed in.</summary>
        public bool IsSafe
        {
            get { return Starts > FailedStartsMax; }
        }

        /// <summary>It outlives the journal's generations.</summary>
        public uint Generation
        {
            get { return 0; }
        }

        /// <summary>Counts this start, before anything that could fail. To be called once.</summary>
        /// <remarks>Nothing is thrown: a flash that cannot be read must not keep the station from measuring.</remarks>
        public void Begin(StartReason reason)
        {
            try
            {
                _file.TryLoad(this);
                if (reason != StartReason.DeepSleep)
                {
                    Starts += Starts < StartsMax ? 1 : 0;
                    _file.TrySave(this);
                }
            }
            catch (Exception)
            {
                // The start is counted in memory, which is as good as nothing; the journal tells whoever looks that the flash is at fault.
            }
        }

        /// <summary>A whole measuring cycle ended well. In safe mode that proves little: good cycles are counted, also over further starts, because a
        /// station without power at night would otherwise never be tried again.</summary>
        public void CycleEnded()
        {
            if (Starts == 0)
            {
                return;
            }

            if (!IsSafe)
            {
                Starts = 0;
            }
            else if (++_goodCycles == GoodCyclesUntilTry)
            {
                _goodCycles = 0;
                Starts = FailedStartsMax;
            }

            // What the flash refuses now is said again by the next cycle.
            _file.TrySave(this);
        }

        /// <summary>The next start is wanted by a person (a command, a new configuration, a technician): it is no failed one, and out of safe mode it
        /// is the one normal try.</summary>
        public void ExpectRestart()
        {
            if (Starts > 0)
            {
                Starts = (IsSafe ? FailedStartsMax : Starts) - 1;
                _file.TrySave(this);
            }
        }

        public void Write(ByteWriter writer)
        {
            writer.Byte(Version);
            writer.Byte((byte)Starts);
            writer.Byte((byte)_goodCycles);
        }

        public bool TryRead(ByteReader reader)
        {
            if (reader.Byte() != Version || reader.Remaining != 2)
            {
                return false;
            }

            Starts = reader.Byte();
            _goodCycles = reader.Byte() % GoodCyclesUntilTry;
            return true;
        }
    }
}
