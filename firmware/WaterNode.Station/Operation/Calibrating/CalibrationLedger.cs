using System;
using WaterNode.Station.Chemistry;
using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Operation.Calibrating
{
    /// <summary>The one way into force for every calibration: numbered, told to the gateway, kept on flash, and only then used.</summary>
    public sealed class CalibrationLedger
    {
        private const int IdMax = 65535;

        private readonly StationConfig _config;
        private readonly StationEvents _events;
        private readonly CalibrationStore _store;
        private readonly IClock _clock;

        /// <summary>An id that an event named is used up, also when the flash then refused the calibration.</summary>
        private int _toldId;

        public CalibrationLedger(StationConfig config, StationEvents events, CalibrationStore store, IClock clock)
        {
            _config = config;
            _events = events;
            _store = store;
            _clock = clock;
        }

        /// <summary>Unix seconds, UTC; 0 when the clock is not set.</summary>
        public long NowUtcSeconds
        {
            get { return _clock.IsSet ? _clock.UtcSeconds : 0; }
        }

        /// <summary>Puts what a sensor's points came to into force.</summary>
        /// <param name="takenUtcSeconds">When its points were measured; 0 when nobody knows.</param>
        /// <param name="source">See <see cref="CalibrationSource"/>.</param>
        /// <returns>False when the flash refused: the one before stays in force.</returns>
        public bool TryKeep(SensorOnBench sensor, long takenUtcSeconds, string source)
        {
            Calibration made = sensor.Made;
            made.Id = NextId();
            made.TakenUtcSeconds = takenUtcSeconds;
            JsonWriter members = _events.Begin("calibration")
                .Number("id", made.Id)
                .Text("channel", Channel.All[sensor.ChannelIndex].Name)
                .Number("points", sensor.PointCount);
            sensor.WriteFit(members);
            members.Number("taken", takenUtcSeconds).Text("who", source);

            // The gateway hears of a calibration before any reading rests on it.
            if (!_events.TryStore(members))
            {
                return false;
            }

            _toldId = made.Id;
            Calibration before = sensor.Exchange(made);
            if (_store.TrySave())
            {
                return true;
            }

            sensor.Exchange(before);
            Refuse(Channel.All[sensor.ChannelIndex].Name, "The flash refused to keep it.", source);
            return false;
        }

        /// <summary>Tells the gateway of a calibration that came to nothing.</summary>
        /// <param name="channel">Its name, or what stood in its place.</param>
        /// <param name="why">For people.</param>
        public void Refuse(string channel, string why, string source)
        {
            _events.TryStore(_events.Begin("calibration-refused").Text("channel", channel).Text("why", why).Text("who", source));
        }

        /// <summary>Tells the gateway what a drift check showed.</summary>
        /// <param name="difference">Measured minus true, thousandths of the channel's unit.</param>
        public void TellCheck(int channel, int difference, bool isGood, string source)
        {
            const int decimals = 3;
            _events.TryStore(_events.Begin("calibration-check")
                .Text("channel", Channel.All[channel].Name)
                .Decimal("difference", difference, decimals)
                .Flag("good", isGood)
                .Text("who", source));
        }

        /// <summary>One more than any calibration in force has.</summary>
        private int NextId()
        {
            int newest = Math.Max(_config.PhCalibration.Id, _config.EcCalibration.Id);
            newest = Math.Max(newest, Math.Max(_config.FluorideCalibration.Id, _config.ArsenicCalibration));
            newest = Math.Max(newest, _toldId);
            return newest < IdMax ? newest + 1 : 1;
        }
    }
}
