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

        /// <summary>A restart waits this long for the gateway to confirm what became of the command for it, ms.</summary>
        private const int ResultMillisecondsMax = 5000;

        private const int ResultSliceMilliseconds = 200;

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

        /// <summary>The last words before a restart. The journal keeps what is not sent; only whoever asked for something waits.</summary>
        public void End()
        {
            // What came only now nobody would remember: it is told to come again.
            _commands.CarryOut();
            for (int left = ResultMillisecondsMax; left > 0 && _commands.HasResults; left -= ResultSliceMilliseconds)
            {
                _connection.Serve(ResultSliceMilliseconds);
                _commands.CarryOut();
            }

            _connection.Disconnect();
            _journal.SaveBookmark();
        }
    }
}
