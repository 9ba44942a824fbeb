using System;
using WaterNode.Station.Chemistry;
using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Operation.Calibrating
{
    /// <summary>One sensor while it is calibrated: its solutions, the points so far, and the calibration that comes of them.</summary>
    /// <remarks>Made when a calibration begins and dropped at its end, so that its buffers are no part of the station's usual heap.</remarks>
    public abstract class SensorOnBench
    {
        /// <summary>Decimals of what is told in thousandths.</summary>
        protected const int Decimals = 3;

        /// <summary>Bounds of what a bench sheet may say: beyond lies a slip of the pen.</summary>
        protected const int MilliVoltsMax = 1000, CelsiusMax = 60;

        private const int Thousand = 1000;

        /// <summary>Of what the sensor reads in the wrong solution.</summary>
        private string _explanation = "";

        protected SensorOnBench(StationPorts ports, StationConfig config)
        {
            Config = config;
            Sampler = new BenchSampler(ports, config);
        }

        /// <summary>See <see cref="Channel.All"/>.</summary>
        public abstract int ChannelIndex { get; }

        /// <summary>Solutions that this sensor can be calibrated with at the station.</summary>
        public abstract int SolutionCount { get; }

        /// <summary>Points after which a technician usually works the calibration out.</summary>
        public abstract int PointsUsual { get; }

        /// <summary>Most points of one calibration.</summary>
        public abstract int PointsMax { get; }

        public int PointCount { get; private set; }

        /// <summary>The electrode's potential at the point taken last, microvolts.</summary>
        public int PointMicroVolts
        {
            get { return (int)Sampler.MicroVolts; }
        }

        /// <summary>Temperature of the solution at the point taken last, thousandths of a degree C.</summary>
        public int PointMilliCelsius
        {
            get { return Thousandths(Sampler.Celsius); }
        }

        /// <summary>The calibration that was worked out, not in force yet; null before <see cref="Fit"/>.</summary>
        public abstract Calibration Made { get; }

        /// <summary>The calibration that readings rest on now; its id is 0 when the sensor was never calibrated.</summary>
        public abstract Calibration InForce { get; }

        /// <summary>From this age readings are suspect, days; 0 when they never are for their calibration's age.</summary>
        public virtual int OldDays
        {
            get { return 0; }
        }

        /// <summary>From this age readings fail, days; 0 when they never do.</summary>
        public virtual int ExpiredDays
        {
            get { return 0; }
        }

        /// <summary>What the fit says first, in thousandths: slope as a share of the ideal one, cell constant in 1/cm, micrograms per litre of a bottle.</summary>
        public abstract int FitThousandths { get; }

        /// <summary>Potential at pH 7, or at 1 mg/L of fluoride, microvolts; 0 for other sensors.</summary>
        public virtual int FitOffsetMicroVolts
        {
            get { return 0; }
        }

        protected StationConfig Config { get; }

        protected BenchSampler Sampler { get; }

        /// <returns>What stands on the bottle.</returns>
        public abstract string SolutionName(int solution);

        /// <summary>Works out a calibration of the points so far.</summary>
        public abstract CalibrationProblem Fit();

        /// <summary>Puts a calibration of this sensor into force.</summary>
        /// <returns>The one before.</returns>
        public abstract Calibration Exchange(Calibration calibration);

        /// <summary>Writes what the fit says, for an event or an answer.</summary>
        public abstract void WriteFit(JsonWriter members);

        /// <summary>Tells of the point taken last what a bench sheet wants.</summary>
        public virtual void WritePoint(JsonWriter answer)
        {
            answer.Decimal("mv", PointMicroVolts, Decimals).Decimal("celsius", PointMilliCelsius, Decimals);
        }

        /// <returns>"" when there is no problem; otherwise what happened, what it means and what to do.</returns>
        public string Explain(CalibrationProblem problem)
        {
            return problem == CalibrationProblem.WrongSolution ? _explanation : CalibrationProblemText.Of(problem);
        }

        /// <summary>Holds the point taken last against the calibration in force.</summary>
        /// <param name="difference">Measured minus true, thousandths of a pH.</param>
        /// <param name="isGood">False when it has drifted too far.</param>
        /// <returns>False when this sensor has no such check, or was never calibrated.</returns>
        public virtual bool TryCheck(out int difference, out bool isGood)
        {
            difference = 0;
            isGood = false;
            return false;
        }

        /// <returns>The solution with this name on its bottle; -1 when there is none.</returns>
        public int FindSolution(string name)
        {
            for (int i = 0; i < SolutionCount; i++)
            {
                if (SolutionName(i) == name)
                {
                    return i;
                }
            }

            return -1;
        }

        /// <returns>The names of all solutions, for whoever gave another.</returns>
        public string SolutionNames()
        {
            string names = SolutionName(0);
            for (int i = 1; i < SolutionCount; i++)
            {
                names += ", " + SolutionName(i);
            }

            return names;
        }

        /// <summary>Takes a point with the station's own sensor, which stands in the solution; minutes at most.</summary>
        /// <returns>None when the point was taken.</returns>
        public CalibrationProblem Take(int solution)
        {
            if (PointCount >= PointsMax)
            {
                return CalibrationProblem.PointCount;
            }

            CalibrationProblem problem = Measure(solution);
            if (problem == CalibrationProblem.None)
            {
                CountPoint();
            }

            return problem;
        }

        /// <summary>Takes the points of a calibration that was measured elsewhere.</summary>
        /// <returns>"" when all are taken; otherwise sentences, each after a space, that say what is wrong and what to do.</returns>
        public virtual string AddGiven(JsonFields given)
        {
            int count = given.CountOf("points");
            if (count < 1 || count > PointsMax)
            {
                return " " + CalibrationProblemText.Of(CalibrationProblem.PointCount);
            }

            var point = new JsonFields();
            for (int i = 0; i < count; i++)
            {
                string fault = given.TryGetObjectAt("points", i, point) ? ReadPoint(point) : " Give an object.";
                if (fault.Length > 0)
                {
                    return " Point " + (i + 1).ToString() + ":" + fault;
                }

                CountPoint();
            }

            return "";
        }

        /// <summary>Measures the point with number <see cref="PointCount"/> and keeps it.</summary>
        protected abstract CalibrationProblem Measure(int solution);

        /// <summary>Keeps the point with number <see cref="PointCount"/> as a bench sheet tells it.</summary>
        /// <returns>As <see cref="AddGiven"/>.</returns>
        protected abstract string ReadPoint(JsonFields point);

        /// <summary>The sensor does not stand in the solution that was named, so that there is no point.</summary>
        /// <param name="reads">What it reads instead.</param>
        protected CalibrationProblem NotIn(int solution, string reads)
        {
            _explanation = "The sensor reads " + reads + " and not " + SolutionName(solution)
                + ": put it into this solution, or name the one it stands in. If it does stand in it, the sensor is broken.";
            return CalibrationProblem.WrongSolution;
        }

        /// <summary>The point with number <see cref="PointCount"/> is kept.</summary>
        protected void CountPoint()
        {
            PointCount++;
        }

        /// <returns>"" or a sentence, after a space.</returns>
        protected static string ReadNumber(JsonFields from, string name, int min, int max, out double value)
        {
            bool good = from.TryGetDecimal(name, Decimals, out long thousandths)
                && thousandths >= (long)min * Thousand
                && thousandths <= (long)max * Thousand;
            value = good ? thousandths / (double)Thousand : 0;
            return good ? "" : " " + name + " must be a number from " + min.ToString() + " to " + max.ToString() + ", without exponent.";
        }

        /// <returns>"" or a sentence, after a space.</returns>
        protected string ReadSolution(JsonFields from, string name, out int solution)
        {
            bool isText = from.TryGetText(name, out string label);
            solution = isText ? FindSolution(label) : -1;
            return solution >= 0 ? "" : " " + name + " must be one of " + SolutionNames() + ", in quotes.";
        }

        protected static int Thousandths(double value)
        {
            return (int)Math.Floor((value * Thousand) + 0.5);
        }
    }
}
