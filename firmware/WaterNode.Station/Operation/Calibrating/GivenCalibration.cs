using System;
using WaterNode.Station.Chemistry;
using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Operation.Calibrating
{
    /// <summary>A calibration that was measured elsewhere and is told to the station, in the same words by a command and by station.json.</summary>
    /// <remarks><c>{"points":[...],"taken":1763740800}</c>; the members of a point are in the class of each sensor. It passes the same gates as one
    /// made at the station. A bottle of arsenic standard that a command tells of without <c>taken</c> is put in now.</remarks>
    public sealed class GivenCalibration
    {
        /// <summary>Before 2020 there was no such station; and a calibration may be a day ahead of a clock that was corrected since.</summary>
        private const long TakenMin = 1577836800, AheadSecondsMax = SecondsPerDay;

        private const long SecondsPerDay = 86400;

        /// <summary>Of a name that is none, in a message.</summary>
        private const int LettersMax = 20;

        private readonly StationPorts _ports;
        private readonly StationConfig _config;
        private readonly CalibrationLedger _ledger;

        public GivenCalibration(StationPorts ports, StationConfig config, CalibrationLedger ledger)
        {
            _ports = ports;
            _config = config;
            _ledger = ledger;
        }

        /// <summary>Takes the member <c>calibration</c> of a new station.json: each sensor's goes into force when it is younger than the one in force.</summary>
        /// <param name="calibration">Members <c>ph</c>, <c>ec</c>, <c>f</c> and <c>as</c>, none of which must be there.</param>
        /// <returns>"" when nothing was refused; otherwise what was and why, for people. The ones in force stay.</returns>
        public string TakeFile(JsonFields calibration)
        {
            string faults = "";
            var given = new JsonFields();
            for (int i = 0; i < calibration.Count; i++)
            {
                string name = calibration.NameAt(i);
                int channel = BenchSensors.Find(name);
                string fault = channel >= 0 && calibration.TryGetObject(name, given)
                    ? TakeYounger(channel, given)
                    : Refused(Shown(name), " This is no calibration: give objects named " + BenchSensors.Names + ".", CalibrationSource.File);
                faults += fault.Length > 0 && faults.Length > 0 ? " " + fault : fault;
            }

            return faults;
        }

        /// <summary>Puts one sensor's calibration into force.</summary>
        /// <param name="into">Gets the id and the fit.</param>
        /// <returns>"" when it is in force; otherwise why not, for people.</returns>
        public string TakeCommand(int channel, JsonFields given, JsonWriter into)
        {
            SensorOnBench sensor = BenchSensors.Make(channel, _ports, _config);
            string fault = Keep(sensor, given, CalibrationSource.Command);
            if (fault.Length == 0)
            {
                into.Number("cal", sensor.Made.Id);
                sensor.WriteFit(into);
            }

            return fault;
        }

        private string TakeYounger(int channel, JsonFields given)
        {
            SensorOnBench sensor = BenchSensors.Make(channel, _ports, _config);
            bool isOld = given.TryGetNumber("taken", out long taken) && sensor.InForce.IsMade && taken <= sensor.InForce.TakenUtcSeconds;
            return isOld ? "" : Keep(sensor, given, CalibrationSource.File);
        }

        private string Keep(SensorOnBench sensor, JsonFields given, string source)
        {
            string name = Channel.All[sensor.ChannelIndex].Name;
            bool isNow = source == CalibrationSource.Command && sensor.ChannelIndex == Channel.As && !given.Has("taken");
            long taken = _ledger.NowUtcSeconds;
            string fault = (isNow ? "" : ReadTaken(given, sensor, source, out taken)) + sensor.AddGiven(given);
            if (fault.Length > 0)
            {
                return Refused(name, fault, source);
            }

            CalibrationProblem problem = sensor.Fit();
            if (problem != CalibrationProblem.None)
            {
                return Refused(name, " " + CalibrationProblemText.Of(problem), source);
            }

            return _ledger.TryKeep(sensor, taken, source) ? "" : name + ": The flash refused to keep it: look at the station's storage, then repeat.";
        }

        private string ReadTaken(JsonFields given, SensorOnBench sensor, string source, out long taken)
        {
            long now = _ledger.NowUtcSeconds;
            bool good = given.TryGetNumber("taken", out taken) && taken >= TakenMin && (now == 0 || taken <= now + AheadSecondsMax) && taken <= uint.MaxValue;
            return good ? ProblemOfAge(taken, now, sensor, source) : " taken must be the Unix second at which it was measured (no milliseconds), and not in the future.";
        }

        /// <summary>What is older than what it would replace makes readings worse; what is too old makes none that pass. A file may have lain for a while, and an
        /// old calibration is better than none: of a file only what makes every reading fail is refused.</summary>
        private static string ProblemOfAge(long taken, long now, SensorOnBench sensor, string source)
        {
            Calibration inForce = sensor.InForce;
            if (inForce.IsMade && taken < inForce.TakenUtcSeconds)
            {
                return " taken " + Time(taken) + " is older than calibration " + inForce.Id.ToString() + " in force, of " + Time(inForce.TakenUtcSeconds)
                    + ": give points that were measured since.";
            }

            int daysMax = source == CalibrationSource.File ? sensor.ExpiredDays : sensor.OldDays;
            return now > 0 && daysMax > 0 && now - taken > daysMax * SecondsPerDay
                ? " taken " + Time(taken) + " is more than " + daysMax.ToString() + " days ago, so that no reading would pass with it: calibrate anew."
                : "";
        }

        private static string Time(long utcSeconds)
        {
            return new DateTime(1970, 1, 1).AddSeconds(utcSeconds).ToString("yyyy-MM-dd HH:mm") + " UTC";
        }

        /// <param name="fault">Sentences, each after a space.</param>
        private string Refused(string name, string fault, string source)
        {
            _ledger.Refuse(name, fault.Substring(1), source);
            return name + ":" + fault;
        }

        private static string Shown(string name)
        {
            return name.Length > LettersMax ? name.Substring(0, LettersMax) : name;
        }
    }
}
