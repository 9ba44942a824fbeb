using WaterNode.Station.Journal;
using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Operation.Commanding
{
    /// <summary>Commands from the gateway: taken from the link at once, carried out later and once each, answered until the gateway confirms it.</summary>
    /// <remarks>
    /// <para>The id goes to flash before anything is done, the outcome afterwards. So a command that arrives twice, or whose execution ended in
    /// a crash, is not carried out again: what became of it is said again, and that it is. Under an id that was used nothing else is done. Refusals
    /// are not kept: the same id may be sent again.</para>
    /// <para>A reboot is answered after it: the answer then says that the station came back, which is what somebody who cannot see it wants to
    /// know. If no answer comes, it did not.</para>
    /// </remarks>
    public sealed class Commands
    {
        /// <summary>Commands that wait, and the bytes of all of them together: the heap has room for one long or a few short ones.</summary>
        public const int WaitingMax = 4, WaitingBytesMax = 4096;

        /// <summary>Longest members of an answer beside id, ok and error, bytes.</summary>
        private const int MemberBytesMax = SelfTest.AnswerBytesMax;

        private const string Busy = "The station is busy with other commands, so nothing was done: send it again in a few minutes.";
        private const string Unconfirmed = "Too many earlier results are not confirmed yet, so nothing was done: send it again in a few minutes.";
        private const string NoFlash = "The station could not write this id to its flash, so nothing was done: otherwise it might be done twice. Send it again; if this stays, the flash is full or worn out.";
        private const string AboutToRestart = "The station is about to restart, so nothing was done: send it again in a minute.";
        private const string InterruptedError = "The station restarted while it carried this out (power cut or fault). Look at its readings, then ask again under a new id.";
        private const string ToldError = "This was tried before and did not succeed; the reason was told then. Look at the station's readings, then ask again under a new id.";

        private readonly IClock _clock;
        private readonly ICommandActions _actions;
        private readonly CommandLog _log;
        private readonly ResultOutbox _results;
        private readonly byte[][] _waiting = new byte[WaitingMax][];

        private int _waitingCount;
        private int _waitingBytes;
        private bool _isLoaded;
        private bool _isCarryingOut;
        private bool _isRebooting;
        private bool _isUnreadableTold;

        public Commands(StationPorts ports, string stationId, StateShelf shelf, ICommandActions actions)
        {
            _clock = ports.Clock;
            _actions = actions;
            _log = new CommandLog(shelf);
            _results = new ResultOutbox(ports.Link, stationId);
        }

        /// <summary>True when a command takes effect by a restart, which whoever owns the processor brings about when results are sent.</summary>
        public bool WantsRestart
        {
            get { return _isRebooting || _actions.WantsRestart; }
        }

        /// <summary>True when commands wait to be carried out. Those whose results would find no room wait for the gateway, and nobody waits for them.</summary>
        public bool HasWaiting
        {
            get { return _waitingCount > 0 && !_results.IsFull; }
        }

        /// <summary>True when results wait to be sent or confirmed.</summary>
        public bool HasResults
        {
            get { return _results.Count > 0; }
        }

        /// <summary>Puts a command into the queue; nothing is carried out yet.</summary>
        public void Take(byte[] payload)
        {
            bool hasRoom = _waitingCount < WaitingMax && _waitingBytes + payload.Length <= WaitingBytesMax;
            if (hasRoom)
            {
                _waiting[_waitingCount] = payload;
                _waitingCount++;
                _waitingBytes += payload.Length;
                return;
            }

            var command = new Command();
            if (command.TryParse(payload))
            {
                Refuse(command.Id, Busy);
            }
        }

        /// <summary>Carries out one command that waits, and answers what cannot be carried out. A measurement takes many minutes, in which the link may be
        /// served, but no other command is carried out.</summary>
        /// <returns>True when there was one: its result may have to be sent, and others may wait.</returns>
        public bool CarryOut()
        {
            if (_isCarryingOut || !HasWaiting)
            {
                return false;
            }

            Load();
            _isCarryingOut = true;
            _isUnreadableTold = false;
            bool isExecuted = false;

            // Before a restart nothing is carried out any more, and what waits is told so.
            for (int i = 0; i < WaitingMax && HasWaiting && (!isExecuted || WantsRestart); i++)
            {
                isExecuted = Judge(Next());
            }

            _isCarryingOut = false;
            return true;
        }

        /// <summary>There is a new connection: results that were not confirmed on the last one, or before a restart, are sent again.</summary>
        public void Connected()
        {
            Load();
            _results.Rewind();
        }

        /// <summary>Hands over what was not handed over yet.</summary>
        public void PublishResults()
        {
            _results.PublishPending();
        }

        /// <summary>The gateway confirmed a message, perhaps a result.</summary>
        public void Confirmed(int messageId)
        {
            if (_results.TryConfirm(messageId, out string commandId))
            {
                _log.Told(commandId);
            }
        }

        /// <summary>The link gave a message up, perhaps a result.</summary>
        public void NotSent(int messageId)
        {
            _results.NotSent(messageId);
        }

        private void Load()
        {
            if (_isLoaded)
            {
                return;
            }

            _isLoaded = true;
            _log.Load();
            int at = 0;
            while (!_results.IsFull && _log.TryNextUntold(ref at, out string id))
            {
                Tell(id, "");
            }
        }

        private byte[] Next()
        {
            byte[] payload = _waiting[0];
            _waitingCount--;
            _waitingBytes -= payload.Length;
            for (int i = 0; i < _waitingCount; i++)
            {
                _waiting[i] = _waiting[i + 1];
            }

            _waiting[_waitingCount] = null;
            return payload;
        }

        /// <returns>True when it was carried out.</returns>
        private bool Judge(byte[] payload)
        {
            var command = new Command();
            if (!command.TryParse(payload))
            {
                TellUnreadable(command);
                return false;
            }

            if (_log.StateOf(command.Id) != CommandState.Unknown)
            {
                SayAgain(command);
                return false;
            }

            string refusal = RefusalOf(command);
            if (refusal.Length > 0)
            {
                Refuse(command.Id, refusal);
                return false;
            }

            Execute(command);
            return true;
        }

        /// <summary>Whoever sent it waits for an answer that names nobody; one of them in a turn, since a program that talks nonsense does not stop at one.</summary>
        private void TellUnreadable(Command command)
        {
            if (!_isUnreadableTold)
            {
                _isUnreadableTold = true;
                Refuse("", command.Faults);
            }
        }

        private string RefusalOf(Command command)
        {
            if (WantsRestart)
            {
                return AboutToRestart;
            }

            if (command.Faults.Length > 0)
            {
                return command.Faults;
            }

            string expiry = command.ExpiryProblem(_clock);
            return expiry.Length > 0 || _log.HasRoomFor(command.Id) ? expiry : Unconfirmed;
        }

        private void Execute(Command command)
        {
            bool isReboot = command.Do == Command.Reboot;
            if (!_log.TryBegin(command.Id, command.Fingerprint, isReboot ? CommandState.Restarting : CommandState.Begun))
            {
                Refuse(command.Id, NoFlash);
                return;
            }

            if (isReboot)
            {
                _isRebooting = true;
                return;
            }

            var members = new JsonWriter(MemberBytesMax);
            bool isDone = TryDo(command, members, out string error);
            _log.Finish(command.Id, isDone ? CommandState.Done : CommandState.Failed, error);

            // An answer that is cut off in the middle would be no JSON.
            Answer(command.Id, isDone, error, members.Overflowed ? "\"cut\":true" : members.Members());
        }

        private bool TryDo(Command command, JsonWriter answer, out string error)
        {
            switch (command.Do)
            {
                case Command.Measure: return _actions.TryMeasure(command.Channels, answer, out error);
                case Command.Calibrate: return _actions.TryCalibrate(command.Fields, answer, out error);
                case Command.Configure: return _actions.TryConfigure(command.Set, command.Id, answer, out error);
                case Command.Identify: return _actions.TryIdentify(command.Seconds, answer, out error);
                case Command.Maintain: return _actions.TryMaintain(command.Fields, answer, out error);
                default: return _actions.TrySelfTest(answer, out error);
            }
        }

        /// <summary>Says what became of a command that came before: whole while it waits to be confirmed, otherwise as far as the flash knows it.</summary>
        private void SayAgain(Command command)
        {
            uint before = _log.FingerprintOf(command.Id);
            if (before != command.Fingerprint)
            {
                string name = Command.NameOf(before);
                Refuse(command.Id, "The id " + command.Id + " was used for " + (name == command.Do ? "another " : "") + name + " before: give this command another.");
            }
            else if (!_results.TryRepeat(command.Id))
            {
                Tell(command.Id, CommandResult.Again);
            }
        }

        /// <summary>Says what became of a command as far as the flash knows it; what is under way is answered when it is over.</summary>
        private void Tell(string id, string members)
        {
            CommandState state = _log.StateOf(id);
            if (state != CommandState.Begun && state != CommandState.Restarting)
            {
                Answer(id, state == CommandState.Done || state == CommandState.DoneTold, ErrorOf(id, state), members);
            }
        }

        private string ErrorOf(string id, CommandState state)
        {
            switch (state)
            {
                case CommandState.Failed: return _log.ErrorOf(id);
                case CommandState.Interrupted: return InterruptedError;
                default: return ToldError;
            }
        }

        private void Answer(string id, bool isOk, string error, string members)
        {
            _results.Add(id, CommandResult.Write(id, isOk, error, members));
        }

        /// <summary>Answers what was not carried out. Once it is confirmed, what was carried out under the same id before may still be untold.</summary>
        private void Refuse(string id, string error)
        {
            _results.Add("", CommandResult.Write(id, false, error, ""));
        }
    }
}
