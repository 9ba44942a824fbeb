namespace WaterNode.Station.Chemistry
{
    /// <summary>Total dissolved solids estimated from conductivity: TDS = k EC25.</summary>
    /// <remarks>k differs from water to water: 1,000 mg/L were found at 1,330 to 1,930 microsiemens per cm in the Aral basin, k = 0.52 to 0.75 (Karimov 2019).
    /// Evenly distributed that is about 10 %. A site's own k takes most of it away.</remarks>
    public static class DissolvedSolids
    {
        /// <summary>k where no site calibration is known, mg/L per microsiemens per cm, and its u as a share.</summary>
        public const double DefaultFactor = 0.64, DefaultRelativeUncertainty = 0.10;

        /// <param name="conductivity25">EC25, microsiemens per cm.</param>
        /// <param name="conductivityUncertainty">Its u, microsiemens per cm.</param>
        /// <param name="factor">k, mg/L per microsiemens per cm.</param>
        /// <param name="factorRelativeUncertainty">u(k) as a share.</param>
        /// <param name="uncertainty">u of the result, mg/L.</param>
        /// <returns>mg/L.</returns>
        public static double MilligramsPerLitre(double conductivity25, double conductivityUncertainty, double factor, double factorRelativeUncertainty, out double uncertainty)
        {
            double solids = factor * conductivity25;
            uncertainty = RootSumSquare.Of(factor * conductivityUncertainty, factorRelativeUncertainty * solids);
            return solids;
        }
    }
}
