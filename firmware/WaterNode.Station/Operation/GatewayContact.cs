using WaterNode.Station.Journal;
using WaterNode.Station.Operation.Calibrating;
using WaterNode.Station.Operation.Commanding;
using WaterNode.Station.Publishing;

namespace WaterNode.Station.Operation
{
    /// <summary>The station and its gateway: sends what there is, does what is commanded, and hangs up when the battery wants it.</summary>
    public sealed class GatewayContact
    {
        /// <summary>A battery station waits this long for acknowledgements before it sleeps, ms.</summary>
        private const int DrainMillisecondsMax = 10000;

        private readonly StationConfig _config;
        private readonly ReadingJournal _journal;
        private readonly Calibrations _calibrations;
        private readonly Commands _commands;
        private readonly Connection _connection;

        public GatewayContact(StationConfig config, ReadingJournal journal, Calibrations calibrations, Commands commands, Connection connection)
        {
            _config = config;
            _journal = journal;
            _calibrations = calibrations;
            _commands = commands;
            _connection = connection;
        }

        /// <summary>True while the connection is kept: somebody who calibrates by command has to be heard, whatever the battery says.</summary>
        private bool StaysConnected
        {
            get { return _config.StaysConnected || _calibrations.IsUnderMaintenance; }
        }

        /// <summary>Sends what is in the journal, and takes what comes.</summary>
        public void Send()
        {
            if (_connection.TryConnect())
            {
                if (StaysConnected)
                {
                    _connection.Serve(0);
                    _connection.RefreshStatus();
                }
                else
                {
                    _connection.Drain(DrainMillisecondsMax);
                    _connection.Disconnect();
                }
            }

            _journal.SaveBookmark();
        }

        /// <summary>Between wake-ups: the same for a while.</summary>
        /// <param name="milliseconds">0 or more, ms of real time.</param>
        public void Serve(int milliseconds)
        {
            _connection.Stays = StaysConnected;
            _connection.Serve(milliseconds);
        }

        /// <summary>Carries out one command that waits; a station that hangs up sends its result before.</summary>
        /// <returns>True when there was one: it may have taken as long as a measuring cycle.</returns>
        public bool TryCarryOut()
        {
            bool isDone = _commands.CarryOut();
            if (isDone && !StaysConnected)
            {
                Send();
            }

            return isDone;
        }

        /// <summary>The last words before a restart: results, and what may have come only now, which nobody would remember.</summary>
        public void End()
        {
            if (_connection.TryConnect())
            {
                _connection.Drain(DrainMillisecondsMax);
                if (_commands.CarryOut())
                {
                    _connection.Drain(DrainMillisecondsMax);
                }

                _connection.Disconnect();
            }

            _journal.SaveBookmark();
        }
    }
}
