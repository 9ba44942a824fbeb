using System;

namespace WaterNode.Station.Chemistry
{
    /// <summary>Ordinary least squares, y = a + b x.</summary>
    public sealed class StraightLine
    {
        public double Intercept { get; private set; }

        public double Slope { get; private set; }

        /// <summary>Where the line is surest.</summary>
        public double MeanX { get; private set; }

        /// <summary>Sum of (x - mean)^2, above 0.</summary>
        public double SpreadX { get; private set; }

        /// <summary>Sum of the squared distances in y.</summary>
        public double SquaredResiduals { get; private set; }

        /// <summary>Largest distance in y, of either sign.</summary>
        public double LargestResidual { get; private set; }

        /// <param name="count">Points used, from the beginning of the arrays.</param>
        /// <returns>False with fewer than two different x.</returns>
        public bool TryFit(double[] x, double[] y, int count)
        {
            if (count < 2)
            {
                return false;
            }

            double sumX = 0;
            double sumY = 0;
            for (int i = 0; i < count; i++)
            {
                sumX += x[i];
                sumY += y[i];
            }

            MeanX = sumX / count;
            SpreadX = 0;
            double products = 0;
            for (int i = 0; i < count; i++)
            {
                double distance = x[i] - MeanX;
                SpreadX += distance * distance;
                products += distance * (y[i] - (sumY / count));
            }

            if (SpreadX <= 0)
            {
                return false;
            }

            Slope = products / SpreadX;
            Intercept = (sumY / count) - (Slope * MeanX);
            SumResiduals(x, y, count);
            return true;
        }

        private void SumResiduals(double[] x, double[] y, int count)
        {
            SquaredResiduals = 0;
            LargestResidual = 0;
            for (int i = 0; i < count; i++)
            {
                double residual = Math.Abs(y[i] - Intercept - (Slope * x[i]));
                SquaredResiduals += residual * residual;
                LargestResidual = residual > LargestResidual ? residual : LargestResidual;
            }
        }
    }
}
