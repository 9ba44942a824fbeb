using WaterNode.Station.Chemistry;
using WaterNode.Station.Quality;
using WaterNode.Station.Sensing;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Operation
{
    /// <summary>What differs from station to station. The composition root fills it; calibrations are replaced whole.</summary>
    public sealed class StationConfig
    {
        /// <summary>Station id: 3 to 32 characters of a-z, 0-9 and -.</summary>
        public string Id = "";

        public string Firmware = "0.1.0";
        public string Board = "rev-a";

        /// <summary>Id of a set in <see cref="LimitSets"/>.</summary>
        public string LimitSetId = LimitSets.DefaultId;

        /// <summary><c>raw</c>, <c>treated</c>, a named tap, or <c>maintenance</c> (then there is no verdict); 3 to 32 characters of a-z, 0-9 and -.</summary>
        public string SamplePoint = "treated";

        /// <summary>From the beginning of one measuring cycle to the next, s.</summary>
        public int IntervalSeconds = 900;

        /// <summary>True keeps the connection between wake-ups (mains or a large solar panel); false ends every wake-up with a disconnect and deep sleep.</summary>
        public bool StaysConnected = true;

        /// <summary>Space for journal frames, bytes: 192 KiB of the 256 KiB that the stock layout leaves for files.</summary>
        public int JournalCapacityBytes = 192 * 1024;

        /// <summary>Standard uncertainty of the temperature probe, degrees C (DS18B20: 0.5 at most, taken as 95 %).</summary>
        public double TemperatureUncertaintyCelsius = 0.25;

        public SamplingPlan TemperatureSampling = SamplingPlan.Temperature;
        public SamplingPlan PhSampling = SamplingPlan.Ph;
        public SamplingPlan EcSampling = SamplingPlan.Conductivity;
        public SamplingPlan FluorideSampling = SamplingPlan.Fluoride;

        /// <summary>The calibration of the glass electrode; its id is 0 when nobody calibrated it.</summary>
        public PhCalibration PhCalibration = new PhCalibration();

        /// <summary>u of the glass electrode's potential by the junction, which is another in water than in buffers, mV.</summary>
        public double PhPotentialUncertaintyMilliVolts = 1.0;

        /// <summary>The board's front end: microvolts at the converter per microsiemens of conductance.</summary>
        public double EcMicroVoltsPerMicroSiemens = 1000;

        /// <summary>What the cell was sold as, 1/cm; a calibration far from it is refused.</summary>
        public double EcNominalCellConstantPerCentimetre = 1.0;

        public ConductivityCalibration EcCalibration = new ConductivityCalibration();

        public FluorideCalibration FluorideCalibration = new FluorideCalibration();

        /// <summary>u of the fluoride electrode's potential, mV.</summary>
        public double FluoridePotentialUncertaintyMilliVolts = 0.5;

        public int FluorideSampleMicroLitres = 5000;
        public int TisabMicroLitres = 5000;

        /// <summary>Sample or standard that goes through the fluoride cell before it is filled, microlitres.</summary>
        public int FluorideRinseMicroLitres = 2000;

        /// <summary>What the labels of the on-board standards say, mg/L: around the limits of 1.0 and 1.5, above the electrode's bend.</summary>
        public double FluorideStandardLowMilligramsPerLitre = 0.4;

        public double FluorideStandardHighMilligramsPerLitre = 4;

        public int ArsenicSampleMicroLitres = 5000;
        public int ElectrolyteMicroLitres = 5000;
        public int ArsenicRinseMicroLitres = 10000;

        /// <summary>One addition; with the standard below it gives +10 micrograms per litre in the cell.</summary>
        public int ArsenicStandardMicroLitres = 100;

        /// <summary>What the bottle's label says, micrograms per litre.</summary>
        public double ArsenicStandardMicrogramsPerLitre = 1000;

        /// <summary>Height of a blank's peak, pA, from the last blank.</summary>
        public double ArsenicBlankPicoAmperes = 0;

        /// <summary>u of the blank and of a straight baseline, pA.</summary>
        public double ArsenicBlankUncertaintyPicoAmperes = 300;

        /// <summary>Scatter of a peak from deposition to deposition, as a share.</summary>
        public double ArsenicRepeatability = 0.025;

        /// <summary>u of standard (2 %), volumes (2 %) and matrix (10 % for a water that nobody compared with a laboratory) together, as a share.</summary>
        public double ArsenicRelativeUncertainty = 0.105;

        public int ArsenicDepositionMilliVolts = -1000;
        public int ArsenicDepositionMilliseconds = 60000;
        public int ArsenicScanStartMilliVolts = -300;
        public int ArsenicScanEndMilliVolts = 400;
        public int ArsenicScanStepMilliVolts = 4;

        /// <summary>Where the arsenic peak is looked for, mV; learned from standards.</summary>
        public int ArsenicWindowStartMilliVolts = -120;

        public int ArsenicWindowEndMilliVolts = 180;
        public int ArsenicCalibration = 0;

        /// <summary>A station with the electrodes of a data sheet, never calibrated: it measures, but never says safe.</summary>
        public static StationConfig Default(string id)
        {
            return new StationConfig { Id = id };
        }

        /// <summary>Looks for what would make every record unreadable.</summary>
        /// <returns>"" when all is well; otherwise what is wrong and what to do, for a person.</returns>
        public string FindProblem()
        {
            if (!Topics.IsStationId(Id))
            {
                return "The station id '" + Id + "' cannot be used: give 3 to 32 characters of a-z, 0-9 and -.";
            }

            if (!Topics.IsStationId(SamplePoint))
            {
                return "The sample point '" + SamplePoint + "' cannot be used: give 3 to 32 characters of a-z, 0-9 and -.";
            }

            if (LimitSets.Find(LimitSetId) == null)
            {
                return "There is no limit set '" + LimitSetId + "', so no verdict could be given: choose " + LimitSets.DefaultId + " or another of the list.";
            }

            return IntervalSeconds >= 1 ? "" : "The measuring interval must be 1 second or more.";
        }
    }
}
