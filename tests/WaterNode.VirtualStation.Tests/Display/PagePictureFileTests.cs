using WaterNode.Simulation.Display;
using WaterNode.Tests.Support;

namespace WaterNode.Simulation.Tests.Display;

/// <summary>The display as a file that somebody looks at while the station runs.</summary>
[TestClass]
public sealed class PagePictureFileTests
{
    private readonly SimulatedScreen _screen = new();

    [TestMethod]
    public void It_shows_the_page_of_the_moment_four_times_as_large_and_nothing_else_stays_in_the_folder()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("page.png");
        new PagePictureFile(_screen, file, Assert.Fail).Follow();
        CollectionAssert.AreEqual(_screen.ToPng(), File.ReadAllBytes(file), "before the first page");

        _screen.Show(PageWith(7));

        CollectionAssert.AreEqual(_screen.ToPng(pixelSize: 4), File.ReadAllBytes(file));
        Assert.AreEqual(file, Directory.EnumerateFiles(folder.Path).Single());
    }

    [TestMethod]
    public void A_page_that_looks_the_same_is_not_written_again()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("page.png");
        _screen.Show(PageWith(7));
        new PagePictureFile(_screen, file, Assert.Fail).Follow();
        File.Delete(file);

        _screen.Show(PageWith(7));

        Assert.IsFalse(File.Exists(file));
    }

    [TestMethod]
    public void A_file_that_cannot_be_written_is_told_once_and_the_display_goes_on()
    {
        using var folder = new TemporaryFolder();
        var told = new List<string>();
        new PagePictureFile(_screen, Path.Combine(folder.Path, "nowhere", "page.png"), told.Add).Follow();

        Assert.IsTrue(_screen.Show(PageWith(7)));
        Assert.IsTrue(_screen.Show(PageWith(8)));

        Assert.HasCount(1, told);
    }

    private static byte[] PageWith(byte column)
    {
        var page = new byte[SimulatedScreen.Columns * SimulatedScreen.Rows / 8];
        page[3] = column;
        return page;
    }
}
