using System;

namespace WaterNode.Station.Chemistry
{
    /// <summary>Concentration by standard additions: a straight line through the peaks, extrapolated to nothing (measurement.md, section 5).</summary>
    public sealed class StandardAddition
    {
        /// <summary>Points that a line can have.</summary>
        public const int PointsMax = 12;

        private const int PointsMin = 3;

        private readonly double[] _x = new double[PointsMax];
        private readonly double[] _y = new double[PointsMax];

        private double _dilution;
        private double _standardPerCell;
        private double _perCell;

        public int Count { get; private set; }

        /// <summary>Height at no addition, pA.</summary>
        public double Intercept { get; private set; }

        /// <summary>Sensitivity, pA per microgram per litre in the cell.</summary>
        public double Slope { get; private set; }

        /// <summary>Coefficient of correlation, -1 to 1.</summary>
        public double Correlation { get; private set; }

        /// <summary>s_y/x: scatter of the heights about the line, pA, with <see cref="DegreesOfFreedom"/>.</summary>
        public double ResidualDeviation { get; private set; }

        /// <summary>Mean height, pA.</summary>
        public double MeanHeight { get; private set; }

        /// <summary>Sum of the squared distances of the additions from their mean, (micrograms per litre in the cell) squared.</summary>
        public double SpreadOfAdditions { get; private set; }

        /// <summary>Points less the two of the line.</summary>
        public int DegreesOfFreedom
        {
            get { return Count - 2; }
        }

        /// <summary>Concentration in the sample, micrograms per litre; negative ones are estimates too. Means something only while the slope is above 0.</summary>
        public double Concentration
        {
            get { return InSample(Intercept); }
        }

        /// <param name="sampleMicroLitres">Sample in the cell, above 0.</param>
        /// <param name="cellMicroLitres">V0: sample and reagents before any addition; not less than the sample.</param>
        /// <param name="standardMicrogramsPerLitre">The standard's concentration, above 0.</param>
        public void Begin(double sampleMicroLitres, double cellMicroLitres, double standardMicrogramsPerLitre)
        {
            Count = 0;
            Slope = 0;
            Intercept = 0;
            _dilution = cellMicroLitres / sampleMicroLitres;
            _standardPerCell = standardMicrogramsPerLitre / cellMicroLitres;
            _perCell = 1 / cellMicroLitres;
        }

        /// <summary>Takes one scan: y = (h - h0)(V0 + sum V)/V0 against x = C_std sum V / V0.</summary>
        /// <param name="aboveBlankPicoAmperes">Peak height less that of the blank, pA.</param>
        /// <param name="addedMicroLitres">All standard added so far, microlitres.</param>
        public void Add(double aboveBlankPicoAmperes, double addedMicroLitres)
        {
            _x[Count] = _standardPerCell * addedMicroLitres;
            _y[Count] = aboveBlankPicoAmperes * (1 + (addedMicroLitres * _perCell));
            Count++;
        }

        /// <summary>Fits the line by ordinary least squares.</summary>
        /// <returns>False when the points lie at one addition, or the heights do not grow: the sensitivity is unknown.</returns>
        public bool TrySolve()
        {
            if (Count < PointsMin)
            {
                return false;
            }

            double meanX = Mean(_x);
            MeanHeight = Mean(_y);
            double xx = 0;
            double xy = 0;
            double yy = 0;
            for (int i = 0; i < Count; i++)
            {
                double x = _x[i] - meanX;
                double y = _y[i] - MeanHeight;
                xx += x * x;
                xy += x * y;
                yy += y * y;
            }

            SpreadOfAdditions = xx;
            if (xx <= 0 || xy <= 0)
            {
                return false;
            }

            Slope = xy / xx;
            Intercept = MeanHeight - (Slope * meanX);
            Correlation = xy / Math.Sqrt(xx * yy);
            ResidualDeviation = Math.Sqrt(SumOfSquaredResiduals() / DegreesOfFreedom);
            return true;
        }

        /// <summary>Standard uncertainty of the extrapolation in the sample, micrograms per litre: (s/b) sqrt(1/n + ybar^2 / (b^2 Sxx)), without a "1 +" (Bruce and Gill 1999).</summary>
        /// <param name="deviationPicoAmperes">s: scatter of one height about the line, pA.</param>
        public double ExtrapolationUncertainty(double deviationPicoAmperes)
        {
            double share = MeanHeight / Slope;
            return InSample(deviationPicoAmperes) * Math.Sqrt((1.0 / Count) + (share * share / SpreadOfAdditions));
        }

        /// <summary>Standard deviation of the line's height at no addition, pA: s sqrt(1/n + xbar^2 / Sxx).</summary>
        public double InterceptDeviation
        {
            get
            {
                double meanAddition = (MeanHeight - Intercept) / Slope;
                return ResidualDeviation * Math.Sqrt((1.0 / Count) + (meanAddition * meanAddition / SpreadOfAdditions));
            }
        }

        /// <summary>What a height is worth in the sample, micrograms per litre.</summary>
        public double InSample(double picoAmperes)
        {
            return picoAmperes / Slope * _dilution;
        }

        /// <summary>The height that a concentration in the sample gives, pA.</summary>
        public double HeightOf(double microgramsPerLitre)
        {
            return microgramsPerLitre * Slope / _dilution;
        }

        /// <summary>Share of the last addition that is found again by the sensitivity of the first one, each as the mean of two points: 1 on a straight line.</summary>
        /// <returns>0 when the first addition shows nothing.</returns>
        /// <remarks>A line through all points hides a wrong dose or a bending answer; the first piece of the line against the whole does not.</remarks>
        public double Recovery()
        {
            double start = (_y[0] + _y[1]) / 2;
            double firstGrowth = ((_y[2] + _y[3]) / 2) - start;
            double growth = ((_y[Count - 2] + _y[Count - 1]) / 2) - start;
            if (Count < 6 || firstGrowth <= 0 || _x[Count - 1] <= 0)
            {
                return 0;
            }

            return growth / firstGrowth * _x[2] / _x[Count - 1];
        }

        private double SumOfSquaredResiduals()
        {
            double sum = 0;
            for (int i = 0; i < Count; i++)
            {
                double residual = _y[i] - Intercept - (Slope * _x[i]);
                sum += residual * residual;
            }

            return sum;
        }

        private double Mean(double[] values)
        {
            double sum = 0;
            for (int i = 0; i < Count; i++)
            {
                sum += values[i];
            }

            return sum / Count;
        }
    }
}
