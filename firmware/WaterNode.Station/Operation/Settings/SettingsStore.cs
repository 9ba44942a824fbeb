using WaterNode.Station.Journal;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Operation.Settings
{
    /// <summary>Which settings are in force: those of station.json, or the last good ones, with the changes that came from afar. What was changed last counts.</summary>
    /// <remarks>
    /// Settings are read in one place, at the start: a change takes effect by a restart. Before any of it counts the journal has an event that tells of it.
    /// A power cut in between repeats the event at the next start, or leaves the settings of before; a file is taken in full or not at all.
    /// </remarks>
    public sealed class SettingsStore
    {
        private const char KeptLetter = 'k', PendingLetter = 'q';

        /// <summary>Letters of an answer to a command.</summary>
        private const int AnswerLettersMax = 300;

        /// <summary>In answers, beside what events say.</summary>
        private const string Withdrawn = "withdrawn", Unchanged = "unchanged";

        private const string NotKept = "The flash refused to keep the change, so nothing was changed. Look at its free space with the command selftest, then send it again under a new id.";

        private readonly StateShelf _shelf;
        private readonly StateFile _keptFile;
        private readonly StateFile _pendingFile;
        private readonly KeptSettings _kept = new KeptSettings();
        private readonly PendingChange _pending = new PendingChange();

        private StationEvents _events;

        /// <summary>Until the journal was told: the settings before a new file, and what the file says.</summary>
        private StationSettings _before;
        private JsonFields _newFile;
        private uint _refusedCrc;
        private bool _isFileRefused;

        public SettingsStore(StateShelf shelf)
        {
            _shelf = shelf;
            _keptFile = shelf.Of(KeptLetter);
            _pendingFile = shelf.Of(PendingLetter);
        }

        /// <summary>What counts, after the next restart at the latest.</summary>
        public StationSettings InForce
        {
            get { return _kept.Settings; }
        }

        /// <summary>What is wrong with station.json, for the display. The last good settings are in force all the same when <see cref="TryLoad"/> said true.</summary>
        public SettingsFaults Faults { get; } = new SettingsFaults();

        /// <summary>True when settings changed since the start.</summary>
        public bool WantsRestart { get; private set; }

        /// <summary>A change from afar that waits for somebody at the station; empty when none does.</summary>
        public PendingChange Pending
        {
            get { return _pending; }
        }

        /// <summary>Finds the settings, once, at the start.</summary>
        /// <returns>False when there are none at all: the station cannot run, and <see cref="Faults"/> say what to do.</returns>
        public bool TryLoad()
        {
            bool hasKept = _keptFile.TryLoad(_kept) && SettingsRules.AreKept(_kept.Settings);
            LoadPending();
            SettingsFile file = SettingsFile.Read(_shelf.Flash);
            if (hasKept && file.Crc == _kept.FileCrc)
            {
                return true;
            }

            var fromFile = new StationSettings();
            if (file.TryParse(fromFile, Faults, out JsonFields members))
            {
                _newFile = members;
                _before = _kept.Settings;
                _kept.TakeFile(file.Crc, fromFile);
                return true;
            }

            _isFileRefused = hasKept && file.Crc != _kept.ToldCrc;
            _refusedCrc = file.Crc;
            return hasKept;
        }

        /// <summary>After a power cut between the two the change is in force, and still written down as waiting.</summary>
        private void LoadPending()
        {
            _pendingFile.TryLoad(_pending);
            if (_pending.CountAgainst(InForce) == 0)
            {
                _pending.End();
            }
        }

        /// <summary>Tells the journal, which is open now, what happened to station.json since the last start, and makes it last.</summary>
        /// <param name="calibrations">Takes those of a new file; null in a station that takes none, which is then among the faults.</param>
        public void Tell(StationEvents events, ICalibrationTaker calibrations)
        {
            _events = events;
            if (_newFile != null)
            {
                TellNewFile(calibrations);
            }
            else if (_isFileRefused && News(ConfigurationEvent.RejectedFile, ConfigurationEvent.File, "", "").TryTell(Faults))
            {
                _kept.RefuseFile(_refusedCrc);
                _keptFile.TrySave(_kept);
            }
        }

        /// <summary>When the journal does not take the event, nothing is kept, and the next start finds a new file again.</summary>
        private void TellNewFile(ICalibrationTaker calibrations)
        {
            JsonFields file = _newFile;
            StationSettings before = _before;
            _newFile = null;
            _before = null;
            if (!News(ConfigurationEvent.Accepted, ConfigurationEvent.File, "", _pending.CommandId).TryTell(before, InForce))
            {
                return;
            }

            var calibration = new JsonFields();
            if (file.TryGetObject(SettingsReader.Calibration, calibration))
            {
                string refused = calibrations == null ? "calibration is not taken by this firmware: calibrate with the button." : calibrations.TakeFile(calibration);
                if (refused.Length > 0)
                {
                    Faults.Add(refused);
                }
            }

            // The file is whole, and so replaces a change that waited; it comes first, or a power cut would leave that change behind.
            if (TryDropPending())
            {
                _keptFile.TrySave(_kept);
            }
        }

        /// <summary>Takes a change from afar: at once, or to wait for somebody at the station. One that waits is replaced by a later one that also
        /// waits, or that is about the same members.</summary>
        /// <param name="set">Members in the shape of station.json; those that are not there stay as they are.</param>
        /// <param name="answer">Gets <c>what</c>: accepted, waiting, withdrawn (it ended one that waits, and changes nothing else) or unchanged; and
        /// <c>replaces</c>, the command whose waiting change ends with it. Nothing when false is returned.</param>
        /// <param name="error">Everything that is wrong with it, for people; then nothing was changed.</param>
        public bool TryPropose(JsonFields set, string commandId, JsonWriter answer, out string error)
        {
            var change = new StationSettings();
            var faults = new SettingsFaults();
            new SettingsReader(change, faults).ReadChange(set);
            StationSettings next = InForce.With(change);
            SettingsRules.Check(next, faults);
            if (faults.Count > 0)
            {
                error = "Nothing was changed. " + faults.ToLine(AnswerLettersMax);
                return false;
            }

            bool waits = SettingsRules.NeedConfirmation(InForce, next);
            bool isNothing = InForce.IsSame(next);
            string replaced = waits || _pending.Change.Overlaps(change) ? _pending.CommandId : "";
            bool isKept = waits ? TryWait(change, next, commandId, replaced)
                : isNothing ? TryWithdraw(commandId, replaced)
                : TryTake(next, ConfigurationEvent.Command, commandId, replaced);
            error = isKept ? "" : NotKept;
            if (isKept)
            {
                string nothing = replaced.Length > 0 ? Withdrawn : Unchanged;
                answer.Text("what", waits ? ConfigurationEvent.Waiting : isNothing ? nothing : ConfigurationEvent.Accepted);
            }

            if (isKept && replaced.Length > 0)
            {
                answer.Text("replaces", replaced);
            }

            return isKept;
        }

        /// <summary>Somebody at the station agrees to the change that waits.</summary>
        /// <returns>False when it cannot take effect: nothing waits, the settings have changed since so that it does not fit, or the flash refused.</returns>
        public bool TryAccept()
        {
            if (_pending.Change.IsEmpty)
            {
                return false;
            }

            StationSettings next = InForce.With(_pending.Change);
            var faults = new SettingsFaults();
            SettingsRules.Check(next, faults);
            if (faults.Count == 0)
            {
                return TryTake(next, ConfigurationEvent.Button, _pending.CommandId, _pending.CommandId);
            }

            if (News(ConfigurationEvent.Refused, ConfigurationEvent.Button, _pending.CommandId, "").TryTell(faults))
            {
                TryDropPending();
            }

            return false;
        }

        /// <summary>Somebody at the station does not want the change that waits.</summary>
        /// <returns>False when nothing waits, or the flash refused: then it waits on.</returns>
        public bool TryRefuse()
        {
            return !_pending.Change.IsEmpty
                && News(ConfigurationEvent.Refused, ConfigurationEvent.Button, _pending.CommandId, "").TryTell(InForce, InForce.With(_pending.Change))
                && TryDropPending();
        }

        /// <param name="replaced">The command whose waiting change ends with this; "" for none.</param>
        private bool TryTake(StationSettings next, string by, string commandId, string replaced)
        {
            if (!News(ConfigurationEvent.Accepted, by, commandId, replaced).TryTell(InForce, next))
            {
                return false;
            }

            StationSettings before = InForce;
            _kept.Change(next);
            if (!_keptFile.TrySave(_kept))
            {
                // What was announced did not come about.
                _kept.Change(before);
                News(ConfigurationEvent.Refused, by, commandId, "").TryTell(before, next);
                return false;
            }

            // A pending change that the flash keeps all the same changes nothing, or is asked about again.
            WantsRestart = true;
            if (replaced.Length > 0)
            {
                TryDropPending();
            }

            return true;
        }

        private bool TryWait(StationSettings change, StationSettings next, string commandId, string replaced)
        {
            string idBefore = _pending.CommandId;
            StationSettings changeBefore = _pending.Change;
            if (!News(ConfigurationEvent.Waiting, ConfigurationEvent.Command, commandId, replaced).TryTell(InForce, next))
            {
                return false;
            }

            _pending.Begin(commandId, change);
            bool isKept = _pendingFile.TrySave(_pending);
            if (!isKept)
            {
                _pending.Begin(idBefore, changeBefore);
                News(ConfigurationEvent.Refused, ConfigurationEvent.Command, commandId, "").TryTell(InForce, next);
            }

            return isKept;
        }

        /// <summary>A change to what is in force already: all that it can do is to end one that waits.</summary>
        private bool TryWithdraw(string commandId, string replaced)
        {
            return replaced.Length == 0
                || (News(ConfigurationEvent.Refused, ConfigurationEvent.Command, commandId, replaced).TryTell(InForce, InForce.With(_pending.Change)) && TryDropPending());
        }

        private bool TryDropPending()
        {
            if (_pending.Change.IsEmpty)
            {
                return true;
            }

            string id = _pending.CommandId;
            StationSettings change = _pending.Change;
            _pending.End();
            if (_pendingFile.TrySave(_pending))
            {
                return true;
            }

            _pending.Begin(id, change);
            return false;
        }

        /// <param name="replaced">Said only of another command than this one.</param>
        private ConfigurationEvent News(string what, string by, string commandId, string replaced)
        {
            return new ConfigurationEvent(_events, what, by, commandId, replaced == commandId ? "" : replaced);
        }
    }
}
