namespace nanoFramework.TestFramework
{
    /// <summary>Makes the namespace exist on .NET, so that the tests in Chemistry, Device, Quality and Wire compile unchanged with the device's test framework.</summary>
    internal static class OnDotNet;
}
