using nanoFramework.TestFramework;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Tests.Wire
{
    [TestClass]
    public class ReadingTests
    {
        [TestMethod]
        public void An_uncertainty_is_rounded_up_to_two_digits()
        {
            Assert.AreEqual(1300L, UncertaintyOf(Channel.Ph, 0.1234));
            Assert.AreEqual(1300L, UncertaintyOf(Channel.Ph, 0.1201));
            Assert.AreEqual(99000L, UncertaintyOf(Channel.Ph, 9.9));
            Assert.AreEqual(100000L, UncertaintyOf(Channel.Ph, 9.91));
        }

        [TestMethod]
        public void An_uncertainty_of_two_digits_stays_what_it_is()
        {
            // 0.07 times 10,000 is 700.0000000000001 in binary.
            Assert.AreEqual(700L, UncertaintyOf(Channel.Ph, 0.07));
            Assert.AreEqual(250L, UncertaintyOf(Channel.Temp, 0.25));
        }

        private static long UncertaintyOf(int channel, double uncertainty)
        {
            var reading = new Reading(channel);
            reading.Measured(7, uncertainty);
            return reading.Uncertainty;
        }
    }
}
