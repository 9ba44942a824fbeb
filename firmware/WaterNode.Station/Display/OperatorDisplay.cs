using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Display
{
    /// <summary>The pages, which of them is shown, and the button that turns them.</summary>
    public sealed class OperatorDisplay
    {
        /// <summary>After this time without a press the verdict is shown again: the next person wants to know that.</summary>
        public const int PageSecondsMax = 60;

        /// <summary>After this time without a press a calibration is given up, s.</summary>
        public const int DialogSecondsMax = 30 * 60;

        /// <summary>Presses taken in one look at the button.</summary>
        private const int PressesMax = 8;

        private readonly IScreen _screen;
        private readonly IButton _button;
        private readonly StationSnapshot _station;
        private readonly CalibrationDialog _dialog;
        private readonly Page _dialogPage;
        private readonly Page[] _pages;
        private readonly Canvas _canvas = new Canvas();

        private int _page;
        private long _pressedUpSeconds;

        /// <param name="button">Null when there is none.</param>
        /// <param name="station">What the pages show; the caller keeps it up to date.</param>
        public OperatorDisplay(IScreen screen, IButton button, StationSnapshot station, ICalibrationBench bench)
        {
            _screen = screen;
            _button = button;
            _station = station;
            _dialog = new CalibrationDialog(bench);
            _dialogPage = new CalibrationDialogPage(_dialog);
            _pages = new Page[]
            {
                new VerdictPage(),
                new ChangePage(),
                new ChannelPage(Channel.As, PageName.Arsenic, Symbol.Skull),
                new ChannelPage(Channel.F, PageName.Fluoride, Symbol.Tooth),
                new ChannelPage(Channel.Ph, PageName.Acidity, Symbol.Strip),
                new ChannelPage(Channel.Ec, PageName.Salts, Symbol.Salt),
                new SolidsPage(),
                new ChannelPage(Channel.Temp, PageName.Warmth, Symbol.Thermometer),
                new ConnectionPage(),
                new SettingsPage(),
                new ClockPage(),
                new CalibrationPage(_dialog),
                new ReagentsPage(),
            };
        }

        /// <summary>True while a calibration is open: the sensors may stand in buffers.</summary>
        public bool IsCalibrating
        {
            get { return _dialog.IsOpen; }
        }

        /// <summary>True while somebody uses the display: not the moment to fall asleep.</summary>
        public bool IsAttended
        {
            get { return _dialog.IsOpen || _page > 0; }
        }

        public void Draw()
        {
            // What a page was about may be over: a change answered, say.
            _page = _pages[_page].IsThere(_station) ? _page : 0;
            _canvas.Clear();
            Page page = _dialog.IsOpen ? _dialogPage : _pages[_page];
            page.Draw(_canvas, _station);

            // A display that does not answer must not stop the station; the status topic tells the gateway's people more.
            _screen.Show(_canvas.Page);
        }

        /// <summary>Takes the presses since the last call. In a calibration this may take minutes: it waits for the sensor.</summary>
        /// <returns>True when the page must be drawn anew.</returns>
        public bool Poll()
        {
            bool isChanged = TurnBackWhenLeft();
            for (int i = 0; i < PressesMax && _button != null; i++)
            {
                ButtonPress press = _button.Next();
                if (press == ButtonPress.None)
                {
                    return isChanged;
                }

                isChanged = true;
                _pressedUpSeconds = _station.Clock.UpSeconds;
                Take(press);
            }

            return isChanged;
        }

        /// <summary>Presses made while the station was busy were meant for another page.</summary>
        public void ForgetPresses()
        {
            for (int i = 0; i < PressesMax && _button != null && _button.Next() != ButtonPress.None; i++)
            {
            }
        }

        /// <summary>During a measurement pages are only turned: the sensors and the flash are busy.</summary>
        private void Take(ButtonPress press)
        {
            bool canAct = !_station.IsMeasuring;
            if (_dialog.IsOpen)
            {
                if (canAct)
                {
                    _dialog.Press(press);
                    WorkInDialog();
                }

                return;
            }

            bool isTaken = (canAct || press == ButtonPress.Short) && _pages[_page].TryPress(press, _station);
            if (!isTaken)
            {
                TurnTo(press == ButtonPress.Short ? NextPage() : 0);
            }
        }

        private void TurnTo(int page)
        {
            _page = page;
            _pages[_page].Open(_station);
        }

        /// <summary>The verdict comes after the last page, and is always there.</summary>
        private int NextPage()
        {
            int next = _page + 1;
            while (next < _pages.Length && !_pages[next].IsThere(_station))
            {
                next++;
            }

            return next % _pages.Length;
        }

        private void WorkInDialog()
        {
            if (_dialog.Step == CalibrationStep.Measuring)
            {
                Draw();
                _dialog.Work();
                ForgetPresses();
                _pressedUpSeconds = _station.Clock.UpSeconds;
            }
        }

        private bool TurnBackWhenLeft()
        {
            long idleSeconds = _station.Clock.UpSeconds - _pressedUpSeconds;
            if (!IsAttended || idleSeconds < (_dialog.IsOpen ? DialogSecondsMax : PageSecondsMax))
            {
                return false;
            }

            _dialog.Close();
            _page = 0;
            return true;
        }
    }
}
