using System;
using nanoFramework.TestFramework;

namespace WaterNode.Station.Tests.Chemistry
{
    /// <summary>Equality within a tolerance: the device's test framework has none.</summary>
    internal static class Near
    {
        public static void AreEqual(double expected, double actual, double tolerance)
        {
            Assert.IsTrue(Math.Abs(expected - actual) <= tolerance, "expected " + expected.ToString("F6") + ", was " + actual.ToString("F6"));
        }
    }
}
