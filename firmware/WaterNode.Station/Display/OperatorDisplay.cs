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

        /// <summary>Pages by number, as they follow one another; these are there at times, or are turned to by name.</summary>
        private const int VerdictNumber = 0, ChangeNumber = 1, SettingsNumber = 9, ReagentsNumber = 12, PageCount = 13;

        private readonly IScreen _screen;
        private readonly IButton _button;
        private readonly StationSnapshot _station;
        private readonly CalibrationDialog _dialog;
        private readonly Canvas _canvas = new Canvas();

        private int _number;
        private Page _page = new VerdictPage();
        private long _pressedUpSeconds;

        /// <param name="button">Null when there is none.</param>
        /// <param name="station">What the pages show; the caller keeps it up to date.</param>
        public OperatorDisplay(IScreen screen, IButton button, StationSnapshot station, ICalibrationBench bench)
        {
            _screen = screen;
            _button = button;
            _station = station;
            _dialog = new CalibrationDialog(bench);
        }

        /// <summary>True while a calibration is open: the sensors may stand in buffers.</summary>
        public bool IsCalibrating
        {
            get { return _dialog.IsOpen; }
        }

        /// <summary>True while somebody uses the display: not the moment to fall asleep.</summary>
        public bool IsAttended
        {
            get { return _dialog.IsOpen || _number != VerdictNumber; }
        }

        public void Draw()
        {
            // What a page was about may be over: a change answered, say.
            if (!IsThere(_number))
            {
                TurnTo(VerdictNumber);
            }

            _canvas.Clear();
            Page page = _dialog.IsOpen ? new CalibrationDialogPage(_dialog) : _page;
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

            bool isTaken = (canAct || press == ButtonPress.Short) && _page.TryPress(press, _station);
            if (!isTaken)
            {
                TurnTo(press == ButtonPress.Short ? NextNumber() : VerdictNumber);
            }
        }

        private void TurnTo(int number)
        {
            _number = number;
            _page = PageOf(number);
        }

        /// <summary>The verdict comes after the last page, and is always there.</summary>
        private int NextNumber()
        {
            int next = _number + 1;
            while (next < PageCount && !IsThere(next))
            {
                next++;
            }

            return next % PageCount;
        }

        private bool IsThere(int number)
        {
            switch (number)
            {
                case ChangeNumber: return _station.HasChange;
                case SettingsNumber: return _station.HasSettingsFaults;
                case ReagentsNumber: return _station.Bottles != null;
                default: return true;
            }
        }

        private Page PageOf(int number)
        {
            switch (number)
            {
                case VerdictNumber: return new VerdictPage();
                case ChangeNumber: return new ChangePage();
                case 2: return new ChannelPage(Channel.As, PageName.Arsenic, Symbol.Skull);
                case 3: return new ChannelPage(Channel.F, PageName.Fluoride, Symbol.Tooth);
                case 4: return new ChannelPage(Channel.Ph, PageName.Acidity, Symbol.Strip);
                case 5: return new ChannelPage(Channel.Ec, PageName.Salts, Symbol.Salt);
                case 6: return new SolidsPage();
                case 7: return new ChannelPage(Channel.Temp, PageName.Warmth, Symbol.Thermometer);
                case 8: return new ConnectionPage();
                case SettingsNumber: return new SettingsPage();
                case 10: return new ClockPage();
                case 11: return new CalibrationPage(_dialog);
                default: return new ReagentsPage();
            }
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
            bool isBusy = _dialog.IsOpen && _station.IsMeasuring;
            if (!IsAttended || isBusy || idleSeconds < (_dialog.IsOpen ? DialogSecondsMax : PageSecondsMax))
            {
                return false;
            }

            _dialog.Close();
            TurnTo(VerdictNumber);
            return true;
        }
    }
}
