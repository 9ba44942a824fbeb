using WaterNode.Station.Chemistry;
using WaterNode.Station.Display;
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

        /// <summary>Language of the display's page names.</summary>
        public Language DisplayLanguage = Language.English;

        /// <summary>From UTC to the local time that the display shows, minutes, -720 to 840.</summary>
        public int TimeZoneMinutes = 0;

        /// <summary>From the beginning of one measuring cycle to the next, s.</summary>
        public int IntervalSeconds = 900;

        /// <summary>From one measurement of the wet chemistry (fluoride, arsenic) to the next, s: it takes reagents and about 20 minutes. Not longer
        /// than the interval above means in every cycle; 0 means never, for a station without it.</summary>
        public int WetIntervalSeconds = 6 * 3600;

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

        /// <summary>u of the glass electrode's potential by the junction, which is another in water than in buffers, mV: 0.01 pH.</summary>
        public double PhPotentialUncertaintyMilliVolts = 0.6;

        /// <summary>The board's front end: microvolts at the converter per microsiemens of conductance.</summary>
        public double EcMicroVoltsPerMicroSiemens = 1000;

        /// <summary>What the cell was sold as, 1/cm; a calibration far from it is refused.</summary>
        public double EcNominalCellConstantPerCentimetre = 1.0;

        public ConductivityCalibration EcCalibration = new ConductivityCalibration();

        public FluorideCalibration FluorideCalibration = new FluorideCalibration();

        public int FluorideSampleMicroLitres = 5000;
        public int TisabMicroLitres = 5000;

        /// <summary>Sample or standard that goes through the fluoride cell before it is filled, microlitres.</summary>
        public int FluorideRinseMicroLitres = 2000;

        /// <summary>True on a board with pumps and bottles of two fluoride standards, with which the station calibrates itself every day.</summary>
        public bool HasOnBoardFluorideStandards = false;

        /// <summary>What the labels of the on-board standards say, mg/L: around the limits of 1.0 and 1.5, above the electrode's bend.</summary>
        public double FluorideStandardLowMilligramsPerLitre = 0.4;

        public double FluorideStandardHighMilligramsPerLitre = 4;

        /// <summary>What the bottles hold when they are full, ml.</summary>
        public int TisabBottleMilliLitres = 500;

        public int ElectrolyteBottleMilliLitres = 500;
        public int StandardBottleMilliLitres = 50;
        public int RinseBottleMilliLitres = 2000;

        public int ArsenicSampleMicroLitres = 5000;
        public int ElectrolyteMicroLitres = 5000;
        public int ArsenicRinseMicroLitres = 10000;

        /// <summary>Sample that is pumped through the line and thrown away first, microlitres.</summary>
        public int ArsenicFlushMicroLitres = 2000;

        /// <summary>The cell holds no more than this, microlitres: what would run over is not dosed.</summary>
        public int ArsenicCellMicroLitresMax = 12000;

        /// <summary>Both additions together, microlitres at most: the electrolyte is thinned by no more than about a tenth.</summary>
        public int ArsenicAddedMicroLitresMax = 1500;

        /// <summary>What the bottle's label says, micrograms per litre.</summary>
        public double ArsenicStandardMicrogramsPerLitre = 1000;

        /// <summary>Sensitivity to expect of a new wire, pA per microgram per litre in the cell; it only sizes the additions of the first run.</summary>
        public double ArsenicPicoAmperesPerMicrogram = 3000;

        /// <summary>u of the standard's concentration, as a share of the result.</summary>
        public double ArsenicStandardRelativeUncertainty = 0.02;

        /// <summary>u of the volumes, as a share of the result.</summary>
        public double ArsenicVolumeRelativeUncertainty = 0.02;

        /// <summary>u by what else is in the water and the additions do not show (arsenic bound to iron, say), as a share of the result: 0.05 to 0.10 (measurement.md, section 5).</summary>
        public double ArsenicMatrixRelativeUncertainty = 0.07;

        public int ArsenicDepositionMilliVolts = -1000;
        public int ArsenicDepositionMilliseconds = 60000;
        public int ArsenicScanStartMilliVolts = -300;
        public int ArsenicScanEndMilliVolts = 400;
        public int ArsenicScanStepMilliVolts = 4;

        /// <summary>Where the arsenic peak is looked for, mV; learned from standards.</summary>
        public int ArsenicWindowStartMilliVolts = -120;

        public int ArsenicWindowEndMilliVolts = 180;
        /// <summary>Up to here a copper peak is looked for, from the arsenic peak on, mV: copper strips from gold at 0.2 to 0.35 V in chloride, and
        /// beyond begins the oxidation of the gold.</summary>
        public int CopperWindowEndMilliVolts = 380;

        /// <summary>Id of the bottle of arsenic standard, with which every run calibrates itself; 0 until somebody says which bottle stands there.</summary>
        public int ArsenicCalibration = 0;

        /// <summary>When that bottle was put in, Unix seconds; 0 when nobody knows.</summary>
        public long ArsenicStandardTakenUtcSeconds = 0;

        /// <summary>A station with the electrodes of a data sheet, never calibrated: it measures, but never says safe.</summary>
        public static StationConfig Default(string id)
        {
            return new StationConfig { Id = id };
        }

        /// <summary>False when volumes, standard or potentials are such that no arsenic run can mean anything.</summary>
        public bool IsArsenicUsable
        {
            get
            {
                return ArsenicSampleMicroLitres > 0
                    && ElectrolyteMicroLitres >= 0
                    && ArsenicAddedMicroLitresMax > 1
                    && ArsenicStandardMicrogramsPerLitre > 0
                    && ArsenicPicoAmperesPerMicrogram > 0
                    && ArsenicDepositionMilliseconds > 1
                    && ArsenicScanStepMilliVolts > 0
                    && ArsenicScanEndMilliVolts > ArsenicScanStartMilliVolts;
            }
        }

        /// <summary>The point of a scan at a potential; outside the scan when the potential is.</summary>
        public int ArsenicPointOf(int milliVolts)
        {
            return (milliVolts - ArsenicScanStartMilliVolts) / ArsenicScanStepMilliVolts;
        }

        /// <summary>The points between which the arsenic peak is looked for.</summary>
        public void ArsenicWindow(out int first, out int last)
        {
            first = ArsenicPointOf(ArsenicWindowStartMilliVolts);
            last = ArsenicPointOf(ArsenicWindowEndMilliVolts);
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

            if (!LimitSets.Has(LimitSetId))
            {
                return "There is no limit set '" + LimitSetId + "', so no verdict could be given: choose " + LimitSets.DefaultId + " or another of the list.";
            }

            return IntervalSeconds >= 1 ? "" : "The measuring interval must be 1 second or more.";
        }
    }
}
