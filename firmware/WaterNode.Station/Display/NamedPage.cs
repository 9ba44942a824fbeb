namespace WaterNode.Station.Display
{
    /// <summary>A page with a header of sign and name, and 48 rows below it.</summary>
    public abstract class NamedPage : Page
    {
        /// <summary>Rows of the header.</summary>
        public const int HeaderRows = 16;

        private const int NameLeft = 17, StarGap = 2, WhichTop = 5;

        private readonly PageName _name;
        private readonly Symbol _sign;

        protected NamedPage(PageName name, Symbol sign)
        {
            _name = name;
            _sign = sign;
        }

        public override void Draw(Canvas canvas, StationSnapshot station)
        {
            Header(canvas, station);
            if (station.IsMeasuring)
            {
                canvas.Sign(Canvas.Columns - Symbols.Columns, 1, Symbol.Hourglass);
            }

            Body(canvas, station);
        }

        /// <returns>The sign in the header.</returns>
        protected virtual Symbol SignFor(StationSnapshot station)
        {
            return _sign;
        }

        protected abstract void Body(Canvas canvas, StationSnapshot station);

        /// <summary>Which of several, in the header, where the hourglass stands during a measurement.</summary>
        /// <param name="index">From 0.</param>
        protected static void Which(Canvas canvas, StationSnapshot station, int index, int count)
        {
            if (count > 1 && !station.IsMeasuring)
            {
                canvas.TextRight(Canvas.Columns, WhichTop, (index + 1).ToString() + "/" + count.ToString());
            }
        }

        /// <summary>What the button does here; during a measurement it only turns pages.</summary>
        protected static void Hint(Canvas canvas, StationSnapshot station, TextId hint)
        {
            canvas.Hint(station.Words(station.IsMeasuring ? TextId.MeasuringWait : hint));
        }

        /// <summary>Sign and name; a star after a word that nobody who speaks the language has reviewed.</summary>
        private void Header(Canvas canvas, StationSnapshot station)
        {
            canvas.Sign(0, 1, SignFor(station));
            byte[] picture = PageNames.Of(_name, station.Config.DisplayLanguage);
            if (picture == null)
            {
                canvas.Text(NameLeft, 1, PageNames.English(_name), 1, 2);
                return;
            }

            int columns = (picture.Length - 1) / 2;
            canvas.Picture(NameLeft, 0, picture, 1, columns);
            bool isReviewed = picture[0] != 0;
            if (!isReviewed)
            {
                canvas.Text(NameLeft + columns + StarGap, 0, "*");
            }
        }
    }
}
