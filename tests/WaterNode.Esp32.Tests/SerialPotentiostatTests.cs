using System.IO.Ports;
using WaterNode.Esp32.Adapters;
using WaterNode.Station.Ports;

namespace WaterNode.Esp32.Tests;

[TestClass]
public class SerialPotentiostatTests
{
    private readonly SerialPort _port = new();
    private readonly ScanRequest _request = new()
    {
        DepositionMilliVolts = -1000,
        DepositionMilliseconds = 10,
        StartMilliVolts = -300,
        EndMilliVolts = -292,
        StepMilliVolts = 4,
    };

    [TestMethod]
    public void A_scan_is_asked_for_and_read_as_hardware_README_says()
    {
        _port.Answer = Line("A,3") + Line("P,0,-120") + Line("P,1,34567") + Line("P,2,2147483647") + Line("E,3");

        Assert.IsTrue(TryScan(out var scan));
        Assert.AreEqual(Line("S,-1000,10,-300,-292,4"), _port.Asked);
        CollectionAssert.AreEqual(new[] { -120, 34567, int.MaxValue }, scan.PicoAmperes);
        Assert.AreEqual(-300, scan.StartMilliVolts);
        Assert.AreEqual(4, scan.StepMilliVolts);
    }

    [TestMethod]
    public void A_gap_a_bad_checksum_a_fault_or_babble_voids_the_scan()
    {
        string[] bad =
        [
            Line("A,3") + Line("P,0,-120") + Line("P,2,5"),
            Line("A,3") + Line("P,0,-120").Replace("120", "121", StringComparison.Ordinal),
            Line("A,3") + Line("P,0,"),
            Line("A,4"),
            Line("F,2"),
            new string('P', 500),
        ];
        foreach (var answer in bad)
        {
            _port.Answer = answer;
            Assert.IsFalse(TryScan(out var scan), answer);
            Assert.IsNull(scan);
        }
    }

    private bool TryScan(out Voltammogram scan) => new SerialPotentiostat(new ChecksummedLine(_port, new SleepingClock())).TryScan(_request, out scan);

    private static string Line(string body) => $"{body}*{body.Aggregate(0, (sum, letter) => sum ^ letter):X2}\n";
}
