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
        private const int ToLinesMax = 2;

        private string _commandId = "";
        private int _change;
        private long _seenUpSeconds;
        private bool _isNotSaved;

        public ChangePage()
            : base(PageName.Change, Symbol.Letter)
        {
        }

        public override bool TryPress(ButtonPress press, StationSnapshot station)
        {
            IChangeConfirmation changes = station.Changes;
            bool isSeen = changes.CommandId == _commandId;
            bool isLast = _change >= changes.ChangeCount - 1;
            _isNotSaved = false;
            if (press == ButtonPress.Short)
            {
                return isSeen && !isLast && ShowNext(station);
            }

            if (press == ButtonPress.Long)
            {
                _isNotSaved = isSeen && !changes.TryRefuse();
            }
            else if (isSeen && isLast && station.Clock.UpSeconds - _seenUpSeconds >= SeenSecondsMin)
            {
                _isNotSaved = !changes.TryAccept();
            }

            return true;
        }

        protected override void Body(Canvas canvas, StationSnapshot station)
        {
            IChangeConfirmation changes = station.Changes;
            if (changes.CommandId != _commandId)
            {
                // Opened just now, or another proposal took the place of the one on the display.
                _commandId = changes.CommandId;
                _change = 0;
                _isNotSaved = false;
                _seenUpSeconds = station.Clock.UpSeconds;
            }

            _change = Math.Min(_change, changes.ChangeCount - 1);
            Which(canvas, station, _change, changes.ChangeCount);
            Lines(canvas, NameTop, ShortNameOf(changes.NameOf(_change)), 1);
            string to = ">" + changes.ToOf(_change);
            if (to.Length <= ToLinesMax * Canvas.LineLetters)
            {
                Lines(canvas, FromTop, changes.FromOf(_change), 1);
                Lines(canvas, ToTop, to, ToLinesMax);
            }
            else
            {
                // What nobody could read whole nobody could agree to: the old value gives way.
                Lines(canvas, FromTop, to, ToLinesMax + 1);
            }

            bool isLast = _change == changes.ChangeCount - 1;
            Hint(canvas, station, _isNotSaved ? TextId.NotSaved : isLast ? TextId.YesOrNo : TextId.ShowNext);
        }

        /// <summary>A path that is too long is told by its end.</summary>
        private static string ShortNameOf(string name)
        {
            return name.Length > Canvas.LineLetters ? name.Substring(name.LastIndexOf('.') + 1) : name;
        }

        /// <summary>Not broken at spaces: of an address as much as possible is to be seen.</summary>
        private static void Lines(Canvas canvas, int top, string text, int linesMax)
        {
            for (int line = 0; line < linesMax && line * Canvas.LineLetters < text.Length; line++)
            {
                int start = line * Canvas.LineLetters;
                canvas.Text(0, top + (line * LineRows), text.Substring(start, Math.Min(text.Length - start, Canvas.LineLetters)));
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
