using WaterNode.Station.Ports;

namespace WaterNode.Station.Display
{
    /// <summary>Makes presses of a button's edges and their times.</summary>
    /// <remarks>Edges come from an interrupt's thread, questions from the station's: whoever uses it from two threads locks it.</remarks>
    public sealed class PressTimer
    {
        /// <summary>A contact bounces for a few ms, and lightning makes shorter pulses than a finger.</summary>
        public const int BounceMilliseconds = 30;

        public const int LongMilliseconds = 700;
        public const int HoldMilliseconds = 3000;

        /// <summary>More presses than these, made while the station was busy, mean nothing any more.</summary>
        private const int WaitingMax = 4;

        private readonly ButtonPress[] _waiting = new ButtonPress[WaitingMax];
        private int _count;
        private bool _isDown;
        private bool _isTold;
        private long _downAt;

        /// <param name="isDown">The new state of the contact.</param>
        /// <param name="milliseconds">When, on a clock that only goes forward, ms.</param>
        public void Changed(bool isDown, long milliseconds)
        {
            if (isDown == _isDown)
            {
                return;
            }

            TellHold(milliseconds);
            _isDown = isDown;
            if (isDown)
            {
                _downAt = milliseconds;
                _isTold = false;
                return;
            }

            long held = milliseconds - _downAt;
            if (!_isTold && held >= BounceMilliseconds)
            {
                Add(held < LongMilliseconds ? ButtonPress.Short : ButtonPress.Long);
            }
        }

        /// <param name="milliseconds">Now, on the same clock.</param>
        public ButtonPress Next(long milliseconds)
        {
            TellHold(milliseconds);
            if (_count == 0)
            {
                return ButtonPress.None;
            }

            ButtonPress oldest = _waiting[0];
            _count--;
            for (int i = 0; i < _count; i++)
            {
                _waiting[i] = _waiting[i + 1];
            }

            return oldest;
        }

        private void TellHold(long milliseconds)
        {
            if (_isDown && !_isTold && milliseconds - _downAt >= HoldMilliseconds)
            {
                _isTold = true;
                Add(ButtonPress.Hold);
            }
        }

        private void Add(ButtonPress press)
        {
            if (_count < WaitingMax)
            {
                _waiting[_count] = press;
                _count++;
            }
        }
    }
}
