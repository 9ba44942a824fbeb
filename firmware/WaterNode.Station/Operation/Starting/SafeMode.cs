using System;
using WaterNode.Station.Display;
using WaterNode.Station.Journal;
using WaterNode.Station.Ports;
using WaterNode.Station.Publishing;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Operation.Starting
{
    /// <summary>Whether the station measures everything or only what needs no pumps and no potentiostat, and why: after five failed starts it keeps to
    /// temperature, pH and conductivity, so that a node with a fault still tells something, this fault too.</summary>
    public sealed class SafeMode : ISafeModeExit
    {
        private readonly StartReason _reason;
        private readonly StartCounter _counter;
        private readonly FaultNote _fault;

        private bool _hasBegun;
        private bool _isTold;

        /// <param name="reason">Why the processor started.</param>
        public SafeMode(StateShelf shelf, StartReason reason)
        {
            _reason = reason;
            _counter = new StartCounter(shelf);
            _fault = new FaultNote(shelf);
        }

        /// <summary>True: no wet chemistry, no pumps, no potentiostat, and no verdict that says safe.</summary>
        public bool IsSafe
        {
            get { return _counter.IsSafe; }
        }

        /// <summary>Why, for a person; "" unless <see cref="IsSafe"/>.</summary>
        public string Why
        {
            get
            {
                if (!IsSafe)
                {
                    return "";
                }

                string last = _fault.What.Length > 0
                    ? "Last fault: " + _fault.What + " (" + _fault.During + ")."
                    : "No fault was noted: power or processor.";
                return FailedStarts.ToString() + " starts without a whole measurement. " + last;
            }
        }

        /// <summary>The same in up to 42 letters, for whoever stands before the display; which exception it was, the event says.</summary>
        public string ShortWhy
        {
            get
            {
                if (!IsSafe)
                {
                    return "";
                }

                return _fault.What.Length == 0 ? FailedStarts.ToString() + " starts failed: power or processor"
                    : (_fault.What == FaultNote.Watchdog ? "program hung while " : "program error while ") + _fault.During;
            }
        }

        /// <summary>What a command that needs pumps or potentiostat is answered.</summary>
        public string Refusal
        {
            get { return "The station is in safe mode and moves no liquids. " + Why + " Find the cause at the station, then reboot it: it tries normally once."; }
        }

        /// <summary>Starts in a row that failed before this one.</summary>
        private int FailedStarts
        {
            get { return _counter.Starts - 1; }
        }

        /// <summary>Counts this start, before anything that could fail; only the first call counts. Nothing is thrown.</summary>
        public void Begin()
        {
            if (_hasBegun)
            {
                return;
            }

            _hasBegun = true;
            _counter.Begin(_reason);
            if (_counter.Starts > 0)
            {
                LoadFault();
            }
        }

        /// <summary>True when somebody at the station asked for a normal start.</summary>
        public bool WantsRestart { get; private set; }

        public void TryNormally()
        {
            WantsRestart = true;
        }

        /// <inheritdoc cref="StartCounter.CycleEnded"/>
        public void CycleEnded()
        {
            _counter.CycleEnded();
        }

        /// <inheritdoc cref="StartCounter.ExpectRestart"/>
        public void ExpectRestart()
        {
            _counter.ExpectRestart();
        }

        /// <summary>Journals the fault that ended the last start, and that safe mode begins. To be called when the journal is open.</summary>
        /// <remarks>A station that goes on failing in safe mode restarts every minute: it is silent about it then, or its faults would push the readings
        /// that nobody fetched yet out of the journal within a day. The status topic and the display go on saying it.</remarks>
        public void Tell(StationEvents events)
        {
            if (_isTold || _reason == StartReason.DeepSleep || _counter.Starts > StartCounter.FailedStartsMax + 1)
            {
                return;
            }

            _isTold = true;
            if (_fault.What.Length > 0 && !_fault.IsTold && events.TryStore(Members(events.Begin("fault").Text("what", _fault.What).Text("during", _fault.During))))
            {
                _fault.Told();
            }

            if (IsSafe)
            {
                events.TryStore(Members(events.Begin("fault").Text("what", "safe-mode").Text("why", Why)));
            }
        }

        private void LoadFault()
        {
            try
            {
                _fault.Load();
            }
            catch (Exception)
            {
                // A flash that cannot be read: then the fault stays unknown.
            }
        }

        private JsonWriter Members(JsonWriter writer)
        {
            return writer.Number("starts", FailedStarts).Text("reset", StatusMessage.WordOf(_reason));
        }
    }
}
