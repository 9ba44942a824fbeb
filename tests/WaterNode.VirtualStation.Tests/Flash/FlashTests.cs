using System.Text;
using WaterNode.Simulation.Flash;
using WaterNode.Station.Ports;
using WaterNode.Tests.Support;

namespace WaterNode.Simulation.Tests.Flash;

/// <summary>What the station relies on, in memory and on the real disk.</summary>
[TestClass]
public sealed class FlashTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private IFlash Make(string kind, int capacityBytes = 1000) =>
        kind == "memory" ? new SimulatedFlash(capacityBytes) : new FolderFlash(_folder.File("flash"), capacityBytes);

    [TestMethod]
    [DataRow("memory")]
    [DataRow("disk")]
    public void What_was_appended_can_be_read_from_any_position(string kind)
    {
        var file = Make(kind).Open("j00001.log");
        Assert.AreEqual(0, file.Length);
        Assert.IsTrue(Append(file, "water"));
        Assert.IsTrue(Append(file, "node"));

        Assert.AreEqual(9, file.Length);
        Assert.AreEqual("waternode", Read(file, position: 0));
        Assert.AreEqual("node", Read(file, position: 5));
        Assert.AreEqual("", Read(file, position: 9));
        Assert.AreEqual("", Read(file, position: 100));
    }

    [TestMethod]
    [DataRow("memory")]
    [DataRow("disk")]
    public void Files_are_listed_and_deleted(string kind)
    {
        var flash = Make(kind);
        Append(flash.Open("a.log"), "one");
        Append(flash.Open("b.log"), "two");

        Assert.IsTrue(flash.Delete("a.log"));
        Assert.IsFalse(flash.Delete("a.log"));

        Assert.AreEqual("b.log", string.Join(",", flash.List()));
        Assert.AreEqual(0, flash.Open("a.log").Length);
    }

    [TestMethod]
    [DataRow("memory")]
    [DataRow("disk")]
    public void A_full_flash_refuses_and_says_how_much_is_free(string kind)
    {
        var flash = Make(kind, capacityBytes: 10);
        Assert.IsTrue(Append(flash.Open("a.log"), "123456"));

        Assert.AreEqual(4, flash.FreeBytes);
        Assert.IsFalse(Append(flash.Open("a.log"), "12345"));
        Assert.IsTrue(Append(flash.Open("b.log"), "1234"));
        Assert.AreEqual("123456", Read(flash.Open("a.log"), 0));
    }

    [TestMethod]
    [DataRow("memory")]
    [DataRow("disk")]
    public void A_name_that_the_device_would_not_take_is_a_programmers_error(string kind)
    {
        var flash = Make(kind);
        foreach (var name in new[] { "", "../up", "Upper.log", "a.b.c", "thirteenchars", ".hidden", "a b" })
        {
            Assert.ThrowsExactly<ArgumentException>(() => flash.Open(name), name);
        }
    }

    [TestMethod]
    public void Files_on_disk_are_there_for_the_next_process()
    {
        Append(Make("disk").Open("a.log"), "kept");

        Assert.AreEqual("kept", Read(Make("disk").Open("a.log"), 0));
    }

    [TestMethod]
    public void Flash_in_memory_forgets_what_was_not_closed_wherever_the_power_is_cut()
    {
        for (var cut = 0; cut < 6; cut++)
        {
            var flash = new SimulatedFlash(1000);
            Append(flash.Open("a.log"), "kept");
            flash.CutPowerAfter(cut);

            Assert.ThrowsExactly<PowerLostException>(() => Append(flash.Open("a.log"), "torn!!"));
            Assert.ThrowsExactly<PowerLostException>(() => flash.Open("a.log"));
            Assert.ThrowsExactly<PowerLostException>(() => flash.List());

            flash.RestorePower();
            Assert.AreEqual("kept", Read(flash.Open("a.log"), 0), $"cut at byte {cut}");
        }
    }

    [TestMethod]
    public void Another_kind_of_file_system_keeps_the_bytes_before_the_cut()
    {
        for (var cut = 0; cut < 6; cut++)
        {
            var flash = new SimulatedFlash(1000, TornAppend.LeavesPrefix);
            Append(flash.Open("a.log"), "kept");
            flash.CutPowerAfter(cut);

            Assert.ThrowsExactly<PowerLostException>(() => Append(flash.Open("a.log"), "torn!!"));

            flash.RestorePower();
            Assert.AreEqual("kept" + "torn!!"[..cut], Read(flash.Open("a.log"), 0));
        }
    }

    [TestMethod]
    public void An_append_before_the_cut_survives_and_a_deletion_after_it_did_not_happen()
    {
        var flash = new SimulatedFlash(1000);
        flash.CutPowerAfter(4);

        Assert.IsTrue(Append(flash.Open("a.log"), "kept"));
        Assert.ThrowsExactly<PowerLostException>(() => flash.Delete("a.log"));

        flash.RestorePower();
        Assert.AreEqual("kept", Read(flash.Open("a.log"), 0));
        Assert.IsTrue(flash.Delete("a.log"));
    }

    private static bool Append(IAppendFile file, string text)
    {
        // The neighbours must not be written: the offset counts.
        var bytes = Encoding.ASCII.GetBytes($"<{text}>");
        return file.Append(bytes, 1, text.Length);
    }

    private static string Read(IAppendFile file, int position)
    {
        var buffer = new byte[64];
        var read = file.Read(position, buffer, 3, buffer.Length - 3);
        return Encoding.ASCII.GetString(buffer, 3, read);
    }
}
