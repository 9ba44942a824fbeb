using WaterNode.Station.Display;
using WaterNode.Station.Ports;

namespace WaterNode.Station.Operation.Commanding
{
    /// <summary>The station shows which one it is, blinking, so that somebody who stands before several finds it.</summary>
    /// <remarks>It measures and sends meanwhile; whoever has the display otherwise lets it be while this <see cref="IsOn"/>.</remarks>
    public sealed class Identification
    {
        private readonly StationPorts _ports;
        private readonly StationConfig _config;

        /// <summary>There only while it is needed: a kilobyte.</summary>
        private Canvas _canvas;

        private long _endUpSeconds;
        private long _shownUpSeconds;

        public Identification(StationPorts ports, StationConfig config)
        {
            _ports = ports;
            _config = config;
        }

        /// <summary>True while the station shows itself: the display is taken, and it is not the moment to fall asleep.</summary>
        public bool IsOn
        {
            get { return _canvas != null && _ports.Clock.UpSeconds < _endUpSeconds; }
        }

        public void Begin(int seconds)
        {
            _canvas = new Canvas();
            _endUpSeconds = _ports.Clock.UpSeconds + seconds;
            Draw();
        }

        /// <summary>A press of the button: it was found.</summary>
        public void End()
        {
            _canvas = null;
        }

        /// <summary>Blinks; to be called several times a second.</summary>
        /// <returns>True when it just ended: the display wants to be drawn anew.</returns>
        public bool Serve()
        {
            if (_canvas == null)
            {
                return false;
            }

            if (!IsOn)
            {
                End();
                return true;
            }

            if (_ports.Clock.UpSeconds != _shownUpSeconds)
            {
                Draw();
            }

            return false;
        }

        private void Draw()
        {
            _shownUpSeconds = _ports.Clock.UpSeconds;
            _canvas.Clear();
            new IdentifyPage().Draw(_canvas, new StationSnapshot(_config, _ports.Clock));
            _ports.Screen.Show(_canvas.Page);
        }
    }
}
