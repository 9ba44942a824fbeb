using System;

namespace WaterNode.Station.Chemistry
{
    /// <summary>Fluoride from the potential of an ion-selective electrode in buffered sample: E = E0 - S log10(c), S = eta k(t).</summary>
    public static class FluorideElectrode
    {
        /// <summary>Floor of the electrode, 1e-6 mol/L, in mg/L.</summary>
        public const double FloorMilligramsPerLitre = 0.02;

        /// <summary>E0 drifts with temperature too, which rescaling the slope does not see: mV per degree C away from calibration.</summary>
        private const double DriftMilliVoltsPerDegree = 1.0;

        /// <summary>Exponents beyond this are no fluoride; it keeps the power finite.</summary>
        private const double ExponentMax = 6;

        /// <summary>Two-point calibration with standards prepared as samples are.</summary>
        /// <param name="lowConcentration">mg/L, above 0.</param>
        /// <param name="highConcentration">mg/L, above the low one.</param>
        /// <param name="e0MilliVolts">Potential at 1 mg/L, mV.</param>
        /// <returns>False when the standards cannot give a slope.</returns>
        public static bool TryCalibrate(double lowMilliVolts, double lowConcentration, double highMilliVolts, double highConcentration, double temperatureCelsius, out double efficiency, out double e0MilliVolts)
        {
            efficiency = 0;
            e0MilliVolts = 0;
            if (lowConcentration <= 0 || highConcentration <= lowConcentration)
            {
                return false;
            }

            double lowLog = Math.Log10(lowConcentration);
            double slope = (lowMilliVolts - highMilliVolts) / (Math.Log10(highConcentration) - lowLog);
            efficiency = slope / Nernst.SlopeMilliVolts(temperatureCelsius);
            e0MilliVolts = lowMilliVolts + (slope * lowLog);
            return true;
        }

        /// <summary>Concentration in the cell.</summary>
        /// <param name="efficiency">eta, slope as a share of the ideal one: 0.91 to 1.02.</param>
        /// <returns>False when there is no slope or the potential is that of no water.</returns>
        public static bool TryConcentration(double potentialMilliVolts, double e0MilliVolts, double efficiency, double temperatureCelsius, out double milligramsPerLitre)
        {
            milligramsPerLitre = 0;
            double slope = efficiency * Nernst.SlopeMilliVolts(temperatureCelsius);
            if (slope <= 0)
            {
                return false;
            }

            double exponent = (e0MilliVolts - potentialMilliVolts) / slope;
            if (exponent > ExponentMax || exponent < -ExponentMax)
            {
                return false;
            }

            milligramsPerLitre = Math.Pow(10, exponent);
            return true;
        }

        /// <summary>What the buffer's volume does to the sample: its concentration is that in the cell times this.</summary>
        /// <returns>1 when there is no sample: nothing was diluted.</returns>
        public static double Dilution(double sampleMicroLitres, double bufferMicroLitres)
        {
            return sampleMicroLitres > 0 ? (sampleMicroLitres + bufferMicroLitres) / sampleMicroLitres : 1;
        }

        /// <summary>First-order relative standard uncertainty of a concentration: 1 mV is 4 %.</summary>
        /// <param name="potentialUncertainty">u(E), mV.</param>
        /// <param name="degreesFromCalibration">Difference to the temperature of calibration, degrees C, of either sign.</param>
        /// <param name="calibrationRelative">Uncertainty of standards and calibration as a share: 0.05 when fresh.</param>
        public static double RelativeUncertainty(double potentialUncertainty, double efficiency, double temperatureCelsius, double degreesFromCalibration, double calibrationRelative)
        {
            double millivolts = RootSumSquare.Of(potentialUncertainty, degreesFromCalibration * DriftMilliVoltsPerDegree);
            double perMilliVolt = Math.Log(10) / (efficiency * Nernst.SlopeMilliVolts(temperatureCelsius));
            return RootSumSquare.Of(millivolts * perMilliVolt, calibrationRelative);
        }
    }
}
