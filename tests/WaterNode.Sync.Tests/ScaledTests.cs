using System.Globalization;
using WaterNode.Sync.Records;

namespace WaterNode.Sync.Tests;

[TestClass]
public sealed class ScaledTests
{
    [TestMethod]
    [DataRow("0", 0L, 0)]
    [DataRow("-0", 0L, 0)]
    [DataRow("0.000", 0L, 0)]
    [DataRow("0e400", 0L, 0)]
    [DataRow("0.10", 1L, 1)]
    [DataRow("27.4", 274L, 1)]
    [DataRow("-0.0812", -812L, 4)]
    [DataRow("0.00112", 112L, 5)]
    [DataRow("1200", 12L, -2)]
    [DataRow("12e2", 12L, -2)]
    [DataRow("1.5E+3", 15L, -2)]
    [DataRow("1.5e-3", 15L, 4)]
    [DataRow("1e000003", 1L, -3)]
    [DataRow("100e-2", 1L, 0)]
    [DataRow("10.05", 1005L, 2)]
    [DataRow("999999999999999999", 999999999999999999L, 0)]
    [DataRow("123456789012345678000", 123456789012345678L, -3)]
    [DataRow("0.000000000000000000000000000001", 1L, 30)]
    [DataRow("1e30", 1L, -30)]
    public void A_json_number_is_read_exactly(string text, long mantissa, int decimals)
    {
        Assert.IsTrue(Scaled.TryParse(text, out var value));
        Assert.AreEqual((mantissa, decimals), (value.Mantissa, value.Decimals));
    }

    [TestMethod]
    public void Zeros_behind_the_point_do_not_matter_however_many()
    {
        Assert.IsTrue(Scaled.TryParse("1." + new string('0', 5000), out var value));
        Assert.AreEqual(new Scaled(1, 0), value);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("-")]
    [DataRow("+1")]
    [DataRow("01")]
    [DataRow("-01")]
    [DataRow("00")]
    [DataRow("1.")]
    [DataRow(".5")]
    [DataRow("-.5")]
    [DataRow("1.e3")]
    [DataRow("1e")]
    [DataRow("1e+")]
    [DataRow("1e1.5")]
    [DataRow("1e 5")]
    [DataRow(" 1")]
    [DataRow("1 ")]
    [DataRow("1,5")]
    [DataRow("1.2.3")]
    [DataRow("--1")]
    [DataRow("0x10")]
    [DataRow("NaN")]
    [DataRow("Infinity")]
    [DataRow("null")]
    [DataRow("\u0661")]
    [DataRow("1e400")]
    [DataRow("1e-400")]
    [DataRow("1e31")]
    [DataRow("1e99999999999999999999")]
    [DataRow("1e-2147483648")]
    [DataRow("12345678901234567890")]
    [DataRow("1.0000000000000000001")]
    [DataRow("1234567890123456789")]
    public void What_is_no_json_number_or_would_have_to_be_rounded_is_refused(string text) => Assert.IsFalse(Scaled.TryParse(text, out _));

    [TestMethod]
    public void Text_and_number_are_the_same_both_ways()
    {
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++)
        {
            var mantissa = random.NextInt64(-999_999_999_999_999_999, 1_000_000_000_000_000_000) / (long)Math.Pow(10, random.Next(18));
            var number = new Scaled(mantissa, random.Next(-10, 20));

            Assert.IsTrue(Scaled.TryParse(number.ToString(), out var back), number.ToString());
            Assert.AreEqual(number, back);
            Assert.AreEqual(double.Parse(number.ToString(), CultureInfo.InvariantCulture), number.ToDouble());
        }
    }

    [TestMethod]
    public void Equal_numbers_are_equal_values() => Assert.AreEqual(new Scaled(10, 2), new Scaled(1, 1));

    [TestMethod]
    public void A_shift_moves_the_point_and_never_fails_for_what_was_read()
    {
        Assert.IsTrue(Scaled.TryParse("0.00112", out var kilogramsPerCubicMetre));
        Assert.AreEqual("1.12", kilogramsPerCubicMetre.Shift(3).ToString(), "mg/L");
        Assert.IsTrue(Scaled.TryParse("1e30", out var huge));
        Assert.AreEqual("1" + new string('0', 36), huge.Shift(6).ToString());
        Assert.IsTrue(Scaled.TryParse("1e-30", out var tiny));
        Assert.AreEqual("0." + new string('0', 35) + "1", tiny.Shift(-6).ToString());
    }

    [TestMethod]
    public void The_smallest_mantissa_is_written_too() => Assert.AreEqual("-9223372036854775.808", new Scaled(long.MinValue, 3).ToString());
}
