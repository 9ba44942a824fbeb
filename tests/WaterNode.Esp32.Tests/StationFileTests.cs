using WaterNode.Esp32.Adapters;

namespace WaterNode.Esp32.Tests;

[TestClass]
public sealed class StationFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [TestMethod]
    public void A_file_from_Windows_with_comments_and_spaces_is_read()
    {
        Assert.AreEqual("", Read("\uFEFF# x\r\nid = lk-anp-0007\r\ngateway=192.168.4.1\r\n\r\npassword=a=b\r\nport=8883\nawake=yes", out var settings));
        Assert.AreEqual("lk-anp-0007", settings.Id);
        Assert.AreEqual("192.168.4.1", settings.GatewayHost);
        Assert.AreEqual("a=b", settings.Password);
        Assert.AreEqual(8883, settings.GatewayPort);
        Assert.IsTrue(settings.StaysAwake);
    }

    [TestMethod]
    [DataRow("id=ABC\n", "station.txt line 1")]
    [DataRow("gateway=x\nfoo=1", "station.txt line 2")]
    [DataRow("gateway=x\nport=99999", "station.txt line 2")]
    [DataRow("gateway=x", "id= is missing")]
    [DataRow("id=abc", "gateway= is missing")]
    public void What_is_wrong_is_told_in_the_21_letters_of_the_display(string text, string complaint)
    {
        Assert.AreEqual(complaint, Read(text, out _));
        Assert.IsLessThanOrEqualTo(21, complaint.Length);
    }

    private string Read(string text, out StationFile settings)
    {
        File.WriteAllText(_path, text);
        Assert.AreEqual(StationFile.TryRead(new SmallFile(_path), out settings, out var complaint), complaint.Length == 0);
        return complaint;
    }
}
