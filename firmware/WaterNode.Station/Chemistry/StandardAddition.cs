namespace WaterNode.Station.Chemistry
{
    /// <summary>Concentration from the peak of a sample and the peak after one addition of standard: measurement.md, section 5, with two points.</summary>
    public sealed class StandardAddition
    {
        /// <summary>LOD = 3.3 sigma / slope (measurement.md, section 5).</summary>
        private const double DetectionFactor = 3.3;

        private const double GrowthPerNoiseMin = 10;

        /// <summary>Volume of sample in the cell, microlitres.</summary>
        public double SampleMicroLitres { get; set; }

        /// <summary>Volume in the cell before the addition, sample and reagents, microlitres.</summary>
        public double CellMicroLitres { get; set; }

        /// <summary>Volume of standard added, microlitres.</summary>
        public double AddedMicroLitres { get; set; }

        /// <summary>Concentration of the standard, micrograms per litre.</summary>
        public double StandardMicrogramsPerLitre { get; set; }

        /// <summary>Height of a blank's peak, pA.</summary>
        public double BlankPicoAmperes { get; set; }

        /// <summary>Standard uncertainty of any height by noise and blank, pA.</summary>
        public double HeightUncertainty { get; set; }

        /// <summary>Scatter from deposition to deposition, as a share of a height.</summary>
        public double Repeatability { get; set; }

        /// <summary>Uncertainty of standard, volumes and matrix, as a share of the result.</summary>
        public double RelativeUncertainty { get; set; }

        /// <summary>Concentration in the sample, micrograms per litre; negative ones are estimates too.</summary>
        public double Concentration { get; private set; }

        /// <summary>Standard uncertainty, micrograms per litre.</summary>
        public double Uncertainty { get; private set; }

        /// <summary>Limit of detection, micrograms per litre.</summary>
        public double DetectionLimit { get; private set; }

        /// <param name="sampleHeight">Peak of the sample, pA.</param>
        /// <param name="spikedHeight">Peak after the addition, pA.</param>
        /// <returns>False when the volumes make no sense, or the peak did not grow by clearly more than its noise: the sensitivity is unknown.</returns>
        public bool TrySolve(double sampleHeight, double spikedHeight)
        {
            if (SampleMicroLitres <= 0 || CellMicroLitres < SampleMicroLitres || AddedMicroLitres <= 0 || StandardMicrogramsPerLitre <= 0)
            {
                return false;
            }

            double addedPerCell = AddedMicroLitres / CellMicroLitres;
            double added = StandardMicrogramsPerLitre * addedPerCell;
            double dilution = CellMicroLitres / SampleMicroLitres;
            double sample = sampleHeight - BlankPicoAmperes;

            // The addition dilutes the cell; its height is scaled back to the volume before.
            double spiked = (spikedHeight - BlankPicoAmperes) * (1 + addedPerCell);
            double growth = spiked - sample;
            if (growth <= 0 || growth < GrowthPerNoiseMin * HeightUncertainty)
            {
                return false;
            }

            double perMicrogram = growth / added;
            Concentration = sample / perMicrogram * dilution;

            // Partial derivatives of sample * added / (spiked - sample).
            double bySample = added * spiked / (growth * growth) * RootSumSquare.Of(HeightUncertainty, Repeatability * sample);
            double bySpiked = added * sample / (growth * growth) * RootSumSquare.Of(HeightUncertainty * (1 + addedPerCell), Repeatability * spiked);
            Uncertainty = RootSumSquare.Of(bySample * dilution, bySpiked * dilution, Concentration * RelativeUncertainty);
            DetectionLimit = DetectionFactor * HeightUncertainty / perMicrogram * dilution;
            return true;
        }
    }
}
