using WaterNode.Cli.Demo;
using WaterNode.Tests.Support;

namespace WaterNode.Cli.Tests.Demo;

[TestClass]
public sealed class DemoFolderTests
{
    [TestMethod]
    public void A_temporary_folder_goes_with_everything_in_it()
    {
        string path;
        using (var folder = DemoFolder.Open(named: null, out _)!)
        {
            path = folder.Path;
            File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(path, "gateway")).FullName, "waternode.db"), "x");
        }

        Assert.IsFalse(Directory.Exists(path));
    }

    [TestMethod]
    public void A_named_folder_is_made_and_stays()
    {
        using var around = new TemporaryFolder();
        var named = around.File("deep/demo");

        DemoFolder.Open(named, out var refusal)!.Dispose();

        Assert.AreEqual("", refusal);
        Assert.IsTrue(Directory.Exists(named));
    }

    [TestMethod]
    public void A_folder_with_something_in_it_is_refused_and_left_alone()
    {
        using var around = new TemporaryFolder();
        File.WriteAllText(around.File("precious.db"), "readings");

        Assert.IsNull(DemoFolder.Open(around.Path, out var refusal));

        StringAssert.Contains(refusal, around.Path);
        Assert.AreEqual("readings", File.ReadAllText(around.File("precious.db")));
    }

    [TestMethod]
    public void A_folder_that_cannot_be_made_is_refused_in_words()
    {
        using var around = new TemporaryFolder();
        File.WriteAllText(around.File("file"), "");

        Assert.IsNull(DemoFolder.Open(around.File("file/demo"), out var refusal));

        StringAssert.Contains(refusal, "cannot be used");
    }
}
