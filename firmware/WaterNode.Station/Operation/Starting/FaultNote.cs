using System;
using WaterNode.Station.Journal;
using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Operation.Starting
{
    /// <summary>What ended the program last, on flash, so that the next start can tell it.</summary>
    public sealed class FaultNote : IStoredState
    {
        /// <summary>A waking took too long: something never returned.</summary>
        public const string Watchdog = "watchdog";

        private const int Version = 1;
        private const char Letter = 'g';

        /// <summary>Longer texts are cut: a type's name with its namespace, and one of ours.</summary>
        private const int LettersMax = 80;

        private readonly StateFile _file;

        public FaultNote(StateShelf shelf)
        {
            _file = shelf.Of(Letter);
        }

        /// <summary>Full name of the exception's type, or <see cref="Watchdog"/>; "" when no fault was ever noted.</summary>
        public string What { get; private set; } = "";

        /// <summary>What the station was doing.</summary>
        public string During { get; private set; } = "";

        /// <summary>True when an event in the journal tells of it.</summary>
        public bool IsTold { get; private set; }

        /// <summary>It outlives the journal's generations.</summary>
        public uint Generation
        {
            get { return 0; }
        }

        /// <summary>Notes a fault as it happens. Nothing is thrown: when the flash refuses, the restart goes unexplained.</summary>
        /// <param name="what">Full name of the exception's type (its message is often empty on the device), or <see cref="Watchdog"/>.</param>
        /// <param name="during">What the station was doing, a few words.</param>
        /// <remarks>It takes buffers of its own, because the watchdog calls it while the station's thread may stand in the middle of using its.</remarks>
        public static void Keep(IFlash flash, string what, string during)
        {
            try
            {
                var note = new FaultNote(new StateShelf(flash));
                note.Load();
                note.What = Cut(what);
                note.During = Cut(during);
                note.IsTold = false;
                note._file.TrySave(note);
            }
            catch (Exception)
            {
                // Whoever calls is about to restart anyway.
            }
        }

        /// <summary>Reads the last note; without one it stays empty. A flash that cannot be read throws.</summary>
        public void Load()
        {
            _file.TryLoad(this);
        }

        /// <summary>The event is in the journal.</summary>
        public void Told()
        {
            IsTold = true;

            // When the flash refuses, it is told twice.
            _file.TrySave(this);
        }

        public void Write(ByteWriter writer)
        {
            writer.Byte(Version);
            writer.Byte((byte)(IsTold ? 1 : 0));
            writer.Byte((byte)What.Length);
            writer.Text(What);
            writer.Byte((byte)During.Length);
            writer.Text(During);
        }

        public bool TryRead(ByteReader reader)
        {
            if (reader.Byte() != Version)
            {
                return false;
            }

            bool isTold = reader.Byte() != 0;
            string what = reader.Text(reader.Byte());
            string during = reader.Text(reader.Byte());
            if (reader.Failed)
            {
                return false;
            }

            IsTold = isTold;
            What = Cut(what);
            During = Cut(during);
            return true;
        }

        private static string Cut(string text)
        {
            return text == null ? "" : text.Length > LettersMax ? text.Substring(0, LettersMax) : text;
        }
    }
}
