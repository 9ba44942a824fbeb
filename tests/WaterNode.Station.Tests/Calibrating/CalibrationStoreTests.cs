using WaterNode.Station.Chemistry;
using WaterNode.Station.Journal;
using WaterNode.Station.Operation;
using WaterNode.Station.Operation.Calibrating;
using WaterNode.Station.Tests.Simulation;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Tests.Calibrating;

[TestClass]
public class CalibrationStoreTests
{
    private readonly SimulatedFlash _flash = new();

    [TestMethod]
    public void What_the_first_version_kept_is_in_force_and_the_fluoride_stays_as_configured()
    {
        new StateShelf(_flash).Of('c').TrySave(new FormerVersion(1));
        var config = StationConfig.Default("lk-anp-0007");
        config.FluorideCalibration.Id = 9;
        config.ArsenicCalibration = 3;
        var store = new CalibrationStore(new StateShelf(_flash), config);
        store.Load();

        Assert.AreEqual(21, config.PhCalibration.Id);
        Assert.AreEqual(1763740800, config.PhCalibration.TakenUtcSeconds);
        Assert.AreEqual(-3.2, config.PhCalibration.OffsetMilliVolts, 1e-6);
        Assert.AreEqual(22, config.EcCalibration.Id);
        Assert.AreEqual(1.043, config.EcCalibration.CellConstantPerCentimetre, 1e-6);
        Assert.AreEqual(9, config.FluorideCalibration.Id);
        Assert.AreEqual(3, config.ArsenicCalibration);
        Assert.IsFalse(store.IsUnderMaintenance);
    }

    [TestMethod]
    public void What_the_second_version_kept_is_in_force()
    {
        new StateShelf(_flash).Of('c').TrySave(new FormerVersion(2));
        var config = StationConfig.Default("lk-anp-0007");
        var store = new CalibrationStore(new StateShelf(_flash), config);
        store.Load();

        Assert.AreEqual(21, config.PhCalibration.Id);
        Assert.AreEqual(0, config.PhCalibration.KeptSlopeTakenUtcSeconds, "nobody kept it");
        Assert.AreEqual(1.043, config.EcCalibration.CellConstantPerCentimetre, 1e-6);
        Assert.AreEqual(23, config.FluorideCalibration.Id);
        Assert.AreEqual(61.5, config.FluorideCalibration.E0MilliVolts, 1e-6);
        Assert.IsTrue(config.FluorideCalibration.StandardsWereDiluted);
        Assert.AreEqual(24, config.ArsenicCalibration);
        Assert.AreEqual(1000, config.ArsenicStandardMicrogramsPerLitre);
        Assert.IsTrue(store.IsUnderMaintenance);
    }

    [TestMethod]
    public void A_cut_at_any_byte_of_a_save_leaves_the_calibrations_of_before_or_the_new_ones()
    {
        for (var bytes = 0; ; bytes++)
        {
            var flash = new SimulatedFlash();
            Assert.IsTrue(Saved(flash, fluorideId: 5));
            flash.BytesUntilPowerCut = bytes;
            var isSaved = TrySave(flash);
            flash.BytesUntilPowerCut = null;

            var config = StationConfig.Default("lk-anp-0007");
            new CalibrationStore(new StateShelf(flash), config).Load();
            if (isSaved) Assert.AreEqual(6, config.FluorideCalibration.Id);
            else Assert.Contains(config.FluorideCalibration.Id, new[] { 5, 6 }, $"cut after {bytes} bytes");
            Assert.AreEqual(21, config.PhCalibration.Id);
            if (isSaved) return;
        }
    }

    private static bool TrySave(SimulatedFlash flash)
    {
        try
        {
            return Saved(flash, fluorideId: 6);
        }
        catch (PowerCutException)
        {
            return false;
        }
    }

    private static bool Saved(SimulatedFlash flash, int fluorideId)
    {
        var config = StationConfig.Default("lk-anp-0007");
        var store = new CalibrationStore(new StateShelf(flash), config);
        store.Load();
        config.PhCalibration = new PhCalibration { Id = 21 };
        config.FluorideCalibration = new FluorideCalibration { Id = fluorideId, E0MilliVolts = 61.5, Points = 3 };
        return store.TrySave();
    }

    /// <summary>The bytes that stations in the field have: version 1 knew pH and conductivity, version 2 the wet chemistry besides.</summary>
    private sealed class FormerVersion(int version) : IStoredState
    {
        public uint Generation => 0;

        public void Write(ByteWriter writer)
        {
            writer.Byte((byte)version);
            WriteCommon(writer, 21);
            writer.Byte(2);
            foreach (var coefficient in new[] { -3.2, 0.985, 0.003, 5.4, 0.01 }) writer.UInt32((long)Math.Round(coefficient * 1e6));
            WriteCommon(writer, 22);
            foreach (var coefficient in new[] { 1.043, 0.006 }) writer.UInt32((long)Math.Round(coefficient * 1e6));
            if (version > 1) WriteWet(writer);
        }

        public bool TryRead(ByteReader reader) => false;

        private static void WriteWet(ByteWriter writer)
        {
            WriteCommon(writer, 23);
            writer.Byte(3);
            foreach (var coefficient in new[] { 61.5, 0.97, 0 }) writer.UInt32((long)Math.Round(coefficient * 1e6));
            writer.Byte(1);
            writer.UInt16(24);
            writer.UInt32(1763740800);
            writer.UInt32(1_000_000);
            writer.Byte(1);
        }

        private static void WriteCommon(ByteWriter writer, int id)
        {
            writer.UInt16(id);
            writer.UInt32(1763740800);
            writer.Byte(1);
            writer.UInt32(25_000_000);
            writer.UInt32(400_000);
        }
    }
}
