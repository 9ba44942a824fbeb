using System;
using WaterNode.Station.Ports;

namespace WaterNode.Station.Display
{
    /// <summary>Asks whether a change of the configuration that came from afar may take effect.</summary>
    /// <remarks>Who confirms must have seen what: of several changes every one is shown first, and what was on the display for less time than a hold takes is not confirmed.</remarks>
    public sealed class ChangePage : NamedPage
    {
        /// <summary>By whole seconds of the clock, so that it is more than two seconds.</summary>
        private const int SeenSecondsMin = 3;

        private const int NameTop = 18, FromTop = 27, ToTop = 36, LineRows = 9;
        private const int FromLinesMax = 1, ToLinesMax = 2;

        private string _commandId = "";
        private int _change;
        private long _seenUpSeconds;

        public ChangePage()
            : base(PageName.Change, Symbol.Letter)
        {
        }

        public override bool IsThere(StationSnapshot station)
        {
            return station.HasChange;
        }

        public override void Open(StationSnapshot station)
        {
            _commandId = "";
        }

        public override bool TryPress(ButtonPress press, StationSnapshot station)
        {
            IChangeConfirmation changes = station.Changes;
            bool isNew = changes.CommandId != _commandId;
            bool isLast = _change == changes.ChangeCount - 1;
            switch (press)
            {
                case ButtonPress.Short:
                    return !isNew && !isLast && ShowNext(station);
                case ButtonPress.Hold:
                    if (!isNew && isLast && station.Clock.UpSeconds - _seenUpSeconds >= SeenSecondsMin)
                    {
                        changes.Accept();
                    }

                    return true;
                default:
                    if (!isNew)
                    {
                        changes.Refuse();
                    }

                    return true;
            }
        }

        protected override void Body(Canvas canvas, StationSnapshot station)
        {
            IChangeConfirmation changes = station.Changes;
            if (changes.CommandId != _commandId)
            {
                // Opened just now, or another proposal took the place of the one on the display.
                _commandId = changes.CommandId;
                _change = 0;
                _seenUpSeconds = station.Clock.UpSeconds;
            }

            canvas.Text(0, NameTop, station.Words(changes.NameOf(_change)));
            if (changes.ChangeCount > 1)
            {
                canvas.TextRight(Canvas.Columns, NameTop, (_change + 1).ToString() + "/" + changes.ChangeCount.ToString());
            }

            Value(canvas, FromTop, changes.FromOf(_change), FromLinesMax);
            Value(canvas, ToTop, ">" + changes.ToOf(_change), ToLinesMax);
            bool isLast = _change == changes.ChangeCount - 1;
            Hint(canvas, station, isLast ? TextId.YesOrNo : TextId.ShowNext);
        }

        /// <summary>An address has no spaces to be broken at, and as much of it as possible is to be seen.</summary>
        private static void Value(Canvas canvas, int top, string value, int linesMax)
        {
            for (int line = 0; line < linesMax && line * Canvas.LineLetters < value.Length; line++)
            {
                int start = line * Canvas.LineLetters;
                int length = Math.Min(value.Length - start, Canvas.LineLetters);
                canvas.Text(0, top + (line * LineRows), value.Substring(start, length));
            }
        }

        private bool ShowNext(StationSnapshot station)
        {
            _change++;
            _seenUpSeconds = station.Clock.UpSeconds;
            return true;
        }
    }
}
