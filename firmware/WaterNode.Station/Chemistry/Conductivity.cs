using System;

namespace WaterNode.Station.Chemistry
{
    /// <summary>Conductivity at 25 degrees C from a conductance: kappa_T = K_cell G, EC25 = kappa_T f25(T).</summary>
    public static class Conductivity
    {
        /// <summary>Range of the compensation for natural waters, degrees C (ISO 7888; Greisinger G7500, page 16).</summary>
        public const double NaturalTemperatureMin = 0, NaturalTemperatureMax = 35.9;

        /// <summary>Range of the compensation for natural waters, microsiemens per cm at 25 degrees C.</summary>
        public const double NaturalConductivityMin = 60, NaturalConductivityMax = 1000;

        /// <summary>Mean of natural waters, per degree C (Hayashi 2004).</summary>
        private const double LinearCoefficient = 0.0187;

        /// <summary>Natural waters have 0.0175 to 0.0198 per degree C (Hayashi 2004), while the table follows 0.0208 at 20 and 0.0217 at 35: either rule may be off by
        /// up to 0.0033 for every degree away from 25, evenly, hence the root of three.</summary>
        private const double UncertaintyPerDegree = 0.0033 / 1.732;

        /// <summary>Largest error of the fit to the table, as a share.</summary>
        private const double FitUncertainty = 0.0008;

        /// <summary>f25 of ISO 7888 for natural waters, 0 to 35.9 degrees C: 1.116 at 20, 1 at 25.</summary>
        /// <remarks>Cubic fit of ln f25 to the table of the standard; largest error 0.0008.</remarks>
        public static double NaturalFactor(double temperatureCelsius)
        {
            double u = (temperatureCelsius - 25) / 10;
            return Math.Exp(-0.000046 + (u * (-0.210143 + (u * (0.015450 - (u * 0.001856))))));
        }

        /// <summary>EC25 from the conductivity at the water's temperature.</summary>
        /// <param name="atTemperature">kappa_T, microsiemens per cm.</param>
        /// <param name="relativeUncertainty">Standard uncertainty of the compensation, as a share.</param>
        /// <returns>False when the linear compensation has no meaning: colder than about -28 degrees C.</returns>
        public static bool TryAt25(double atTemperature, double temperatureCelsius, out double at25, out double relativeUncertainty)
        {
            at25 = 0;
            relativeUncertainty = RootSumSquare.Of(FitUncertainty, UncertaintyPerDegree * (temperatureCelsius - 25));
            if (temperatureCelsius >= NaturalTemperatureMin && temperatureCelsius <= NaturalTemperatureMax)
            {
                at25 = atTemperature * NaturalFactor(temperatureCelsius);
                if (at25 >= NaturalConductivityMin && at25 <= NaturalConductivityMax)
                {
                    return true;
                }
            }

            double divisor = 1 + (LinearCoefficient * (temperatureCelsius - 25));
            if (divisor <= 0)
            {
                return false;
            }

            at25 = atTemperature / divisor;
            return true;
        }

        /// <summary>Cell constant from a standard solution.</summary>
        /// <param name="standardAtTemperature">Conductivity of the standard at the actual temperature, microsiemens per cm.</param>
        /// <param name="conductanceMicroSiemens">Measured conductance, microsiemens.</param>
        /// <returns>False when nothing was conducted.</returns>
        public static bool TryCellConstant(double standardAtTemperature, double conductanceMicroSiemens, out double perCentimetre)
        {
            perCentimetre = 0;
            if (conductanceMicroSiemens <= 0)
            {
                return false;
            }

            perCentimetre = standardAtTemperature / conductanceMicroSiemens;
            return true;
        }
    }
}
