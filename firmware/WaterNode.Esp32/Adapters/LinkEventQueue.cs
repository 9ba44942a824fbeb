using System;
using System.Collections;
using System.Threading;
using WaterNode.Station.Ports;

namespace WaterNode.Esp32.Adapters
{
    /// <summary>Events on their way from the MQTT client's threads to the station's only thread, at most 64.</summary>
    /// <remarks>
    /// An event that finds no room must not vanish unnoticed: it may be the confirmation of a record. From then on nothing more is taken in,
    /// and after what had already arrived comes a <see cref="LinkEventKind.Closed"/>, upon which the station connects again and sends again
    /// what was not confirmed.
    /// </remarks>
    public sealed class LinkEventQueue
    {
        private const int EventsMax = 64;

        private readonly object _gate = new object();
        private readonly Queue _waiting = new Queue();
        private readonly AutoResetEvent _arrived = new AutoResetEvent(false);

        /// <summary>True when an event was lost; the connection must be given up.</summary>
        public bool HasLost { get; private set; }

        public void Put(LinkEvent arrived)
        {
            lock (_gate)
            {
                if (_waiting.Count == EventsMax)
                {
                    HasLost = true;
                }

                if (!HasLost)
                {
                    _waiting.Enqueue(arrived);
                }
            }

            _arrived.Set();
        }

        public void DeclareLost()
        {
            lock (_gate)
            {
                HasLost = true;
            }

            _arrived.Set();
        }

        public void Clear()
        {
            lock (_gate)
            {
                _waiting.Clear();
                HasLost = false;
            }
        }

        /// <param name="timeoutMs">0 or more, ms.</param>
        /// <returns>Null when nothing arrived in that time.</returns>
        public LinkEvent Take(int timeoutMs)
        {
            long end = Environment.TickCount64 + timeoutMs;
            LinkEvent next = TakeNow();
            for (long left = timeoutMs; next == null && left > 0; left = end - Environment.TickCount64)
            {
                // The signal may be an old one, of an event that has been taken already.
                _arrived.WaitOne((int)left, false);
                next = TakeNow();
            }

            return next;
        }

        private LinkEvent TakeNow()
        {
            lock (_gate)
            {
                if (_waiting.Count > 0)
                {
                    return (LinkEvent)_waiting.Dequeue();
                }

                return HasLost ? new LinkEvent { Kind = LinkEventKind.Closed } : null;
            }
        }
    }
}
