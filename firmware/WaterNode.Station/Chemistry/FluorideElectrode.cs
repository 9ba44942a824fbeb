using System;

namespace WaterNode.Station.Chemistry
{
    /// <summary>Fluoride from the potential of an ion-selective electrode in buffered sample: E = E0 - S log10(c), S = eta k(t).</summary>
    public static class FluorideElectrode
    {
        /// <summary>Floor of the electrode, 1e-6 mol/L, in mg/L.</summary>
        public const double FloorMilligramsPerLitre = 0.02;

        /// <summary>Decades from 1 mg/L to 1 mol/L, which is 18,998 mg/L.</summary>
        private const double DecadesToMolar = 4.2787;

        /// <summary>The references drift with temperature too, which the slope does not show: up to 1 mV per degree C away from calibration, of which the turn
        /// about 1 mol/L takes most, so that little is likelier than much: a triangle (JCGM 100, 4.3.9).</summary>
        private const double DriftMilliVoltsPerDegree = 1.0 / 2.449;

        /// <summary>Ionic strength of sample and buffer, mol/L; more than the activity equation is good for, which ends at 0.5.</summary>
        private const double BufferIonicStrength = 0.5;

        /// <summary>pKa of hydrofluoric acid.</summary>
        private const double AcidExponent = 3.17;

        /// <summary>Exponents beyond this are no fluoride; it keeps the power finite.</summary>
        private const double ExponentMax = 6;

        /// <summary>What the electrode sees: the fluoride and its own background, in the solution that the calibration speaks of.</summary>
        /// <param name="e0MilliVolts">Potential at 1 mg/L at the temperature of calibration, mV.</param>
        /// <param name="efficiency">eta, slope as a share of the ideal one: 0.91 to 1.02.</param>
        /// <param name="calibrationCelsius">Temperature of the standards, degrees C.</param>
        /// <param name="milligramsPerLitre">c + c_b, above 0.</param>
        /// <returns>False when there is no slope or the potential is that of no water.</returns>
        /// <remarks>The potential that stays over temperature is the standard potential, of 1 mol/L. When the slope is rescaled, the line turns about that
        /// point and not about 1 mg/L, where it moves by 0.85 mV per degree.</remarks>
        public static bool TrySeen(double potentialMilliVolts, double e0MilliVolts, double efficiency, double calibrationCelsius, double temperatureCelsius, out double milligramsPerLitre)
        {
            milligramsPerLitre = 0;
            double slope = efficiency * Nernst.SlopeMilliVolts(temperatureCelsius);
            if (slope <= 0)
            {
                return false;
            }

            double turned = DecadesToMolar * (slope - (efficiency * Nernst.SlopeMilliVolts(calibrationCelsius)));
            double exponent = (e0MilliVolts + turned - potentialMilliVolts) / slope;
            if (exponent > ExponentMax || exponent < -ExponentMax)
            {
                return false;
            }

            milligramsPerLitre = Math.Pow(10, exponent);
            return true;
        }

        /// <summary>Turns what was seen in water without buffer into a concentration: the electrode senses the activity of the free ion.</summary>
        /// <param name="seen">Concentration as read off a line that was calibrated in buffer, mg/L.</param>
        /// <param name="coefficient">gamma of the water, see <see cref="IonActivity"/>.</param>
        /// <param name="ph">pH of the water.</param>
        /// <remarks>The line has the activity coefficient of the buffered standards in its E0, so that the ratio of both counts. What aluminium and iron hold is not seen and cannot be corrected.</remarks>
        public static double Unbuffered(double seen, double coefficient, double ph)
        {
            return seen * IonActivity.Coefficient(BufferIonicStrength) / coefficient / FreeFraction(ph);
        }

        /// <summary>Share of the fluoride that is not hydrofluoric acid: 0.871 at pH 4, 0.985 at 5, 0.995 at 5.5.</summary>
        public static double FreeFraction(double ph)
        {
            return 1 / (1 + Math.Pow(10, AcidExponent - ph));
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
        /// <param name="calibrationRelative">u of standards and calibration as a share: 0.03 when fresh.</param>
        public static double RelativeUncertainty(double potentialUncertainty, double efficiency, double temperatureCelsius, double degreesFromCalibration, double calibrationRelative)
        {
            double millivolts = RootSumSquare.Of(potentialUncertainty, degreesFromCalibration * DriftMilliVoltsPerDegree);
            double perMilliVolt = Math.Log(10) / (efficiency * Nernst.SlopeMilliVolts(temperatureCelsius));
            return RootSumSquare.Of(millivolts * perMilliVolt, calibrationRelative);
        }
    }
}
