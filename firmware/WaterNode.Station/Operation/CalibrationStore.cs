using System;
using WaterNode.Station.Chemistry;
using WaterNode.Station.Journal;
using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Operation
{
    /// <summary>The calibrations made at the station by button, on flash: a station that sleeps deeply begins anew at every waking.</summary>
    public sealed class CalibrationStore : IStoredState
    {
        private const int Version = 1;
        private const char Letter = 'c';

        /// <summary>Coefficients are kept in millionths: a nanovolt of an offset, a millionth of a slope.</summary>
        private const double Scale = 1e6;

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

        /// <summary>Puts what was calibrated at the station into force; without anything the configuration stays as it is.</summary>
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
            PhCalibration ph = _config.PhCalibration;
            WriteCommon(ph, writer);
            writer.Byte((byte)ph.Points);
            WriteScaled(ph.OffsetMilliVolts, writer);
            WriteScaled(ph.Efficiency, writer);
            WriteScaled(ph.EfficiencyUncertainty, writer);
            WriteScaled(ph.CentrePh, writer);
            WriteScaled(ph.CentreUncertaintyPh, writer);
            ConductivityCalibration ec = _config.EcCalibration;
            WriteCommon(ec, writer);
            WriteScaled(ec.CellConstantPerCentimetre, writer);
            WriteScaled(ec.FreshRelativeUncertainty, writer);
        }

        public bool TryRead(ByteReader reader)
        {
            if (reader.Byte() != Version)
            {
                return false;
            }

            var ph = new PhCalibration();
            ReadCommon(reader, ph);
            ph.Points = reader.Byte();
            ph.OffsetMilliVolts = ReadScaled(reader);
            ph.Efficiency = ReadScaled(reader);
            ph.EfficiencyUncertainty = ReadScaled(reader);
            ph.CentrePh = ReadScaled(reader);
            ph.CentreUncertaintyPh = ReadScaled(reader);
            var ec = new ConductivityCalibration();
            ReadCommon(reader, ec);
            ec.CellConstantPerCentimetre = ReadScaled(reader);
            ec.FreshRelativeUncertainty = ReadScaled(reader);
            if (reader.Failed)
            {
                return false;
            }

            _config.PhCalibration = ph;
            _config.EcCalibration = ec;
            return true;
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
