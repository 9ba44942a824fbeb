namespace WaterNode.Station.Chemistry
{
    /// <summary>A table over evenly spaced arguments, interpolated linearly and never beyond its ends.</summary>
    internal static class EvenTable
    {
        /// <param name="first">Argument of the first value.</param>
        /// <param name="step">Between arguments, above 0.</param>
        /// <returns>False when the argument lies outside the table.</returns>
        public static bool TryInterpolate(double[] values, double first, double step, double at, out double value)
        {
            value = 0;
            double place = (at - first) / step;
            int last = values.Length - 1;
            if (!(place >= 0 && place <= last))
            {
                return false;
            }

            int below = place >= last ? last - 1 : (int)place;
            value = values[below] + ((place - below) * (values[below + 1] - values[below]));
            return true;
        }
    }
}
