using WaterNode.Station.Quality;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Operation
{
    /// <summary>What differs from station to station. The composition root fills it; a calibration measures the constants.</summary>
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

        /// <summary>From one measurement of the wet chemistry (fluoride, arsenic) to the next, s: it takes reagents and about 20 minutes. Not longer
        /// than the interval above means in every cycle.</summary>
        public int WetIntervalSeconds = 6 * 3600;

        /// <summary>True keeps the connection between wake-ups (mains or a large solar panel); false ends every wake-up with a disconnect and deep sleep.</summary>
        public bool StaysConnected = true;

        /// <summary>Space for journal frames, bytes: 192 KiB of the 256 KiB that the stock layout leaves for files.</summary>
        public int JournalCapacityBytes = 192 * 1024;

        /// <summary>Standard uncertainty of the temperature probe, degrees C (DS18B20: 0.5 at most, taken as 95 %).</summary>
        public double TemperatureUncertaintyCelsius = 0.25;

        /// <summary>Potential of the glass electrode at pH 7, mV.</summary>
        public double PhOffsetMilliVolts = 0;

        /// <summary>Slope of the glass electrode as a share of the ideal one.</summary>
        public double PhEfficiency = 1.0;

        /// <summary>u of the glass electrode's potential between calibrations, mV.</summary>
        public double PhPotentialUncertaintyMilliVolts = 1.5;

        /// <summary>Id of the calibration, up to 65,535; 0 when the electrode was never calibrated: its readings then fail as uncalibrated.</summary>
        public int PhCalibration = 0;

        /// <summary>The board's front end: microvolts at the converter per microsiemens of conductance.</summary>
        public double EcMicroVoltsPerMicroSiemens = 1000;

        /// <summary>Cell constant, 1/cm.</summary>
        public double EcCellConstantPerCentimetre = 1.0;

        /// <summary>u of cell constant and front end, as a share.</summary>
        public double EcRelativeUncertainty = 0.01;

        public int EcCalibration = 0;

        /// <summary>Potential of the fluoride electrode at 1 mg/L in the cell, at the temperature of calibration, mV.</summary>
        public double FluorideE0MilliVolts = 60;

        /// <summary>Slope of the fluoride electrode as a share of the ideal one.</summary>
        public double FluorideEfficiency = 0.98;

        /// <summary>Water temperature during the calibration, degrees C.</summary>
        public double FluorideCalibrationCelsius = 25;

        /// <summary>u of the fluoride electrode's potential, mV.</summary>
        public double FluoridePotentialUncertaintyMilliVolts = 0.5;

        /// <summary>u of standards and calibration, as a share: 0.05 when fresh.</summary>
        public double FluorideRelativeUncertainty = 0.05;

        /// <summary>True when the standards were diluted with the buffer exactly as samples are: then the calibration holds the dilution already.</summary>
        public bool FluorideStandardsWereDiluted = false;

        public int FluorideSampleMicroLitres = 5000;
        public int TisabMicroLitres = 5000;
        public int FluorideCalibration = 0;

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

        /// <summary>u by what else is in the water and the additions do not show, as a share of the result: 0.05, and up to 0.10 in waters known to differ from the laboratory's results.</summary>
        public double ArsenicMatrixRelativeUncertainty = 0.05;

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

        public int ArsenicCalibration = 0;

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
