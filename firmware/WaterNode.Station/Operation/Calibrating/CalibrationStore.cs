using System;
using WaterNode.Station.Chemistry;
using WaterNode.Station.Journal;
using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Operation.Calibrating
{
    /// <summary>The calibrations in force, and whether the station is under maintenance, on flash: a station that sleeps deeply begins anew at every waking.</summary>
    public sealed class CalibrationStore : IStoredState
    {
        /// <summary>The first version kept pH and conductivity only, the second not when the slope of the glass electrode was measured.</summary>
        private const int FirstVersion = 1, SecondVersion = 2, Version = 3;

        private const char Letter = 'c';

        /// <summary>Coefficients are kept in millionths: a nanovolt of an offset, a millionth of a slope.</summary>
        private const double Scale = 1e6;

        /// <summary>A bottle's label is kept in thousandths of a microgram per litre.</summary>
        private const double BottleScale = 1000;

        private readonly StationConfig _config;
        private readonly StateFile _file;

        public CalibrationStore(StateShelf shelf, StationConfig config)
        {
            _config = config;
            _file = shelf.Of(Letter);
        }

        /// <summary>It outlives the journal's generations.</summary>
        public uint Generation
        {
            get { return 0; }
        }

        /// <summary>True while sensors may stand in buffers, also after a restart; it is kept with the next save.</summary>
        public bool IsUnderMaintenance { get; set; }

        /// <summary>Puts what was calibrated before into force; without anything the configuration stays as it is.</summary>
        public void Load()
        {
            _file.TryLoad(this);
        }

        /// <returns>False when the flash refused: after a restart the calibrations of before count.</returns>
        public bool TrySave()
        {
            return _file.TrySave(this);
        }

        public void Write(ByteWriter writer)
        {
            writer.Byte(Version);
            WritePh(_config.PhCalibration, writer);
            ConductivityCalibration ec = _config.EcCalibration;
            WriteCommon(ec, writer);
            WriteScaled(ec.CellConstantPerCentimetre, writer);
            WriteScaled(ec.FreshRelativeUncertainty, writer);
            WriteFluoride(_config.FluorideCalibration, writer);
            writer.UInt16(_config.ArsenicCalibration);
            writer.UInt32(_config.ArsenicStandardTakenUtcSeconds);
            writer.UInt32((long)Math.Floor((_config.ArsenicStandardMicrogramsPerLitre * BottleScale) + 0.5));
            writer.Byte(IsUnderMaintenance ? (byte)1 : (byte)0);
        }

        public bool TryRead(ByteReader reader)
        {
            int version = reader.Byte();
            if (version < FirstVersion || version > Version)
            {
                return false;
            }

            PhCalibration ph = ReadPh(reader, version);
            var ec = new ConductivityCalibration();
            ReadCommon(reader, ec);
            ec.CellConstantPerCentimetre = ReadScaled(reader);
            ec.FreshRelativeUncertainty = ReadScaled(reader);
            if (reader.Failed || (version > FirstVersion && !TryReadWet(reader)))
            {
                return false;
            }

            _config.PhCalibration = ph;
            _config.EcCalibration = ec;
            return true;
        }

        /// <summary>What the first version did not keep.</summary>
        private bool TryReadWet(ByteReader reader)
        {
            FluorideCalibration fluoride = ReadFluoride(reader);
            int bottle = reader.UInt16();
            long bottleTaken = reader.UInt32();
            double microgramsPerLitre = reader.UInt32() / BottleScale;
            bool isUnderMaintenance = reader.Byte() != 0;
            if (reader.Failed)
            {
                return false;
            }

            IsUnderMaintenance = isUnderMaintenance;
            _config.FluorideCalibration = fluoride.IsMade ? fluoride : _config.FluorideCalibration;
            if (bottle != 0)
            {
                _config.ArsenicCalibration = bottle;
                _config.ArsenicStandardTakenUtcSeconds = bottleTaken;
                _config.ArsenicStandardMicrogramsPerLitre = microgramsPerLitre;
            }

            return true;
        }

        private static void WritePh(PhCalibration ph, ByteWriter writer)
        {
            WriteCommon(ph, writer);
            writer.Byte((byte)ph.Points);
            WriteScaled(ph.OffsetMilliVolts, writer);
            WriteScaled(ph.Efficiency, writer);
            WriteScaled(ph.EfficiencyUncertainty, writer);
            WriteScaled(ph.CentrePh, writer);
            WriteScaled(ph.CentreUncertaintyPh, writer);
            writer.UInt32(ph.KeptSlopeTakenUtcSeconds);
        }

        private static PhCalibration ReadPh(ByteReader reader, int version)
        {
            var ph = new PhCalibration();
            ReadCommon(reader, ph);
            ph.Points = reader.Byte();
            ph.OffsetMilliVolts = ReadScaled(reader);
            ph.Efficiency = ReadScaled(reader);
            ph.EfficiencyUncertainty = ReadScaled(reader);
            ph.CentrePh = ReadScaled(reader);
            ph.CentreUncertaintyPh = ReadScaled(reader);
            ph.KeptSlopeTakenUtcSeconds = version > SecondVersion ? reader.UInt32() : 0;
            return ph;
        }

        private static void WriteFluoride(FluorideCalibration fluoride, ByteWriter writer)
        {
            WriteCommon(fluoride, writer);
            writer.Byte((byte)fluoride.Points);
            WriteScaled(fluoride.E0MilliVolts, writer);
            WriteScaled(fluoride.Efficiency, writer);
            WriteScaled(fluoride.BackgroundMilligramsPerLitre, writer);
            writer.Byte(fluoride.StandardsWereDiluted ? (byte)1 : (byte)0);
        }

        private static FluorideCalibration ReadFluoride(ByteReader reader)
        {
            var fluoride = new FluorideCalibration();
            ReadCommon(reader, fluoride);
            fluoride.Points = reader.Byte();
            fluoride.E0MilliVolts = ReadScaled(reader);
            fluoride.Efficiency = ReadScaled(reader);
            fluoride.BackgroundMilligramsPerLitre = ReadScaled(reader);
            fluoride.StandardsWereDiluted = reader.Byte() != 0;
            return fluoride;
        }

        private static void WriteCommon(Calibration calibration, ByteWriter writer)
        {
            writer.UInt16(calibration.Id);
            writer.UInt32(calibration.TakenUtcSeconds);
            writer.Byte((byte)calibration.Grade);
            WriteScaled(calibration.Celsius, writer);
            WriteScaled(calibration.ResidualMilliVolts, writer);
        }

        private static void ReadCommon(ByteReader reader, Calibration calibration)
        {
            calibration.Id = reader.UInt16();
            calibration.TakenUtcSeconds = reader.UInt32();
            calibration.Grade = (CalibrationGrade)reader.Byte();
            calibration.Celsius = ReadScaled(reader);
            calibration.ResidualMilliVolts = ReadScaled(reader);
        }

        private static void WriteScaled(double value, ByteWriter writer)
        {
            writer.UInt32((long)Math.Floor((value * Scale) + 0.5));
        }

        private static double ReadScaled(ByteReader reader)
        {
            return reader.Int32() / Scale;
        }
    }
}
