using nanoFramework.TestFramework;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Tests.Wire
{
    [TestClass]
    public class DecimalTextTests
    {
        [TestMethod]
        public void Numbers_are_written_exactly_and_without_trailing_zeros()
        {
            Assert.AreEqual("27.4", Exact(27400, 3));
            Assert.AreEqual("0.0812", Exact(81200, 6));
            Assert.AreEqual("0.00112", Exact(112000, 8));
            Assert.AreEqual("0", Exact(0, 8));
            Assert.AreEqual("100", Exact(100, 0));
            Assert.AreEqual("-0.00000000012", Exact(-12, 11));
            Assert.AreEqual("9223372036854775807", Exact(9223372036854775807, 0));
            Assert.AreEqual("-9.223372036854775808", Exact(-9223372036854775807 - 1, 18));
        }

        [TestMethod]
        public void People_see_halves_rounded_away_from_zero()
        {
            Assert.AreEqual("1.12", DecimalText.Rounded(1115, 3, 2));
            Assert.AreEqual("1.11", DecimalText.Rounded(11149, 4, 2));
            Assert.AreEqual("-1.12", DecimalText.Rounded(-1115, 3, 2));
            Assert.AreEqual("0.00", DecimalText.Rounded(4, 3, 2));
            Assert.AreEqual("812", DecimalText.Rounded(81200, 2, 0));
            Assert.AreEqual("7.10", DecimalText.Rounded(71000, 4, 2));
        }

        [TestMethod]
        public void Uncertainties_are_rounded_up_to_two_digits()
        {
            Assert.AreEqual(99L, TwoDigits.RoundUp(99));
            Assert.AreEqual(110L, TwoDigits.RoundUp(101));
            Assert.AreEqual(1300L, TwoDigits.RoundUp(1234));
            Assert.AreEqual(100L, TwoDigits.RoundUp(100));
            Assert.AreEqual(1000L, TwoDigits.RoundUp(991));
        }

        private static string Exact(long scaled, int decimals)
        {
            var writer = new ByteWriter(64);
            writer.Decimal(scaled, decimals);
            char[] characters = new char[writer.Length];
            for (int i = 0; i < characters.Length; i++)
            {
                characters[i] = (char)writer.Buffer[i];
            }

            return new string(characters);
        }
    }
}
