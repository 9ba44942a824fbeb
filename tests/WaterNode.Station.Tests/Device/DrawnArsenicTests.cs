using nanoFramework.TestFramework;
using WaterNode.Station.Operation;
using WaterNode.Station.Sensing;
using WaterNode.Station.Tests.Chemistry;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Tests.Device
{
    /// <summary>What comes of the nine voltammograms of a run, which are drawn by hand.</summary>
    [TestClass]
    public class DrawnArsenicTests
    {
        private const double PicoAmperesPerMicrogram = 3000;
        private const int FirstMicroLitres = 50, BothMicroLitres = 100;
        private const double CellMicroLitres = 10000, SampleMicroLitres = 5000, StandardMicrogramsPerLitre = 1000;

        [TestMethod]
        public void Two_additions_tell_what_was_in_the_sample()
        {
            Reading reading = Evaluated(DrawnRun(12, 0, 0));

            Assert.AreEqual(QualityFlag.Pass, reading.Quality);
            Near.AreEqual(12, reading.InDisplayUnit, 0.4);
            Assert.IsTrue(reading.Uncertainty > 0 && reading.DetectionLimit > 0);
        }

        [TestMethod]
        public void A_bent_background_in_all_scans_changes_nothing()
        {
            Near.AreEqual(12, Evaluated(DrawnRun(12, 0.1, 0)).InDisplayUnit, 0.6);
        }

        [TestMethod]
        public void Clean_water_is_below_the_limit_of_detection()
        {
            Reading reading = Evaluated(DrawnRun(0, 0, 0));

            Assert.IsTrue(reading.IsBelowDetectionLimit);
            Near.AreEqual(0, reading.InDisplayUnit, 0.5);
        }

        [TestMethod]
        public void A_standard_that_does_not_show_gives_no_value()
        {
            ArsenicRun run = DrawnRun(12, 0, 0);
            for (int i = ArsenicRun.FirstAddition; i < ArsenicRun.Scans; i++)
            {
                run.PicoAmperes[i] = run.PicoAmperes[ArsenicRun.Sample + (i % 2)];
            }

            Reading reading = Evaluated(run);
            Assert.IsFalse(reading.HasValue);
            Assert.AreEqual(Reasons.NoStandardResponse, reading.Reasons & Reasons.NoStandardResponse);
        }

        [TestMethod]
        public void More_copper_than_arsenic_close_by_is_told()
        {
            Reading reading = Evaluated(DrawnRun(2, 0, 30000));

            Assert.AreEqual(Reasons.Copper, reading.Reasons & Reasons.Copper);
            Assert.AreEqual(QualityFlag.Suspect, reading.Quality);
        }

        [TestMethod]
        public void A_wire_that_is_full_after_half_the_time_is_told()
        {
            ArsenicRun run = DrawnRun(12, 0, 0);
            run.PicoAmperes[ArsenicRun.HalfTime] = run.PicoAmperes[ArsenicRun.SecondAddition];

            Assert.AreEqual(Reasons.Saturation, Evaluated(run).Reasons & Reasons.Saturation);
        }

        private static Reading Evaluated(ArsenicRun run)
        {
            StationConfig config = StationConfig.Default(PortableStation.Id);
            var reading = new Reading(Channel.As);
            new ArsenicResult(config, new ArsenicHistory()).Evaluate(run, reading);
            return reading;
        }

        private static ArsenicRun DrawnRun(double microgramsPerLitre, double curvature, double copper)
        {
            var run = new ArsenicRun { DepositionMilliseconds = 60000, FirstMicroLitres = FirstMicroLitres, BothMicroLitres = BothMicroLitres };
            for (int i = 0; i < ArsenicRun.Scans; i++)
            {
                double share = i == ArsenicRun.HalfTime ? 0.5 : 1;
                double peak = i < ArsenicRun.Sample ? 0 : InCell(microgramsPerLitre, run.AddedMicroLitres(i)) * PicoAmperesPerMicrogram * share;

                // Duplicates differ a little.
                peak += i % 2 == 0 ? 60 : -60;
                run.PicoAmperes[i] = DrawnScan.Of(peak, 80, curvature, i < ArsenicRun.Sample ? 0 : copper, 105);
            }

            return run;
        }

        private static double InCell(double microgramsPerLitre, double addedMicroLitres)
        {
            return ((microgramsPerLitre * SampleMicroLitres) + (StandardMicrogramsPerLitre * addedMicroLitres)) / (CellMicroLitres + addedMicroLitres);
        }
    }
}
