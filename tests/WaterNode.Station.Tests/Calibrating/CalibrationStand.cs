using System.Text;
using System.Text.Json;
using WaterNode.Station.Journal;
using WaterNode.Station.Operation;
using WaterNode.Station.Operation.Calibrating;
using WaterNode.Station.Tests.Simulation;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Tests.Calibrating;

/// <summary>The calibrations of a station on simulated ports, with its journal and without its duty cycle.</summary>
internal sealed class CalibrationStand
{
    private const int AnswerBytesMax = 480;

    private readonly TestStation _station = new();
    private ReadingJournal _journal;

    public CalibrationStand()
    {
        _station.Clock.Set(1763740800);
        (_journal, Calibrations) = Open();
    }

    public Calibrations Calibrations { get; private set; }

    public StationConfig Config => _station.Config;

    public SimulatedInstruments Instruments => _station.Instruments;

    public SimulatedClock Clock => _station.Clock;

    public SimulatedFlash Flash => _station.Flash;

    /// <summary>Everything in memory is gone; the flash is as it was.</summary>
    /// <param name="isCalibrated">False when the configuration at start knows of no calibration.</param>
    public void Restart(bool isCalibrated = true)
    {
        if (!isCalibrated) Forget();
        (_journal, Calibrations) = Open();
    }

    /// <summary>The station was never calibrated.</summary>
    public CalibrationStand Forget()
    {
        Config.PhCalibration = new();
        Config.EcCalibration = new();
        Config.FluorideCalibration = new();
        Config.ArsenicCalibration = 0;
        Config.ArsenicStandardTakenUtcSeconds = 0;
        Config.ArsenicStandardMicrogramsPerLitre = 1000;
        return this;
    }

    /// <returns>The answer to a command that must succeed.</returns>
    public JsonElement Do(string command)
    {
        var (error, answer) = Try(command);
        Assert.AreEqual("", error);
        return answer;
    }

    /// <returns>Why a command that must not succeed did not.</returns>
    public string Refusal(string command)
    {
        var (error, answer) = Try(command);
        Assert.AreNotEqual("", error);
        Assert.AreEqual("{}", answer.GetRawText(), "an error says nothing besides");
        return error;
    }

    public string TakeFile(string calibration)
    {
        var fields = new JsonFields();
        Assert.IsTrue(fields.TryParse(Encoding.UTF8.GetBytes(calibration)), calibration);
        return Calibrations.TakeFile(fields);
    }

    public (string Error, JsonElement Answer) Try(string command)
    {
        var fields = new JsonFields();
        Assert.IsTrue(fields.TryParse(Encoding.UTF8.GetBytes(command)), command);
        var answer = new JsonWriter(AnswerBytesMax);
        Calibrations.TryCalibrate(fields, answer, out var error);
        using var json = JsonDocument.Parse(answer.ToArray());
        return (error, json.RootElement.Clone());
    }

    /// <summary>All events in the journal, oldest first.</summary>
    public List<JsonElement> Events(string type)
    {
        var frame = new Frame();
        var events = new List<JsonElement>();
        for (long after = 0; _journal.TryReadUnacknowledged(after, frame); after = frame.Sequence)
        {
            Assert.IsTrue(RecordCodec.TryReadEvent(frame, new Stamp(), out var members));
            using var json = JsonDocument.Parse("{" + members + "}");
            if (json.RootElement.GetProperty("type").GetString() == type) events.Add(json.RootElement.Clone());
        }
        return events;
    }

    private (ReadingJournal Journal, Calibrations Calibrations) Open()
    {
        var shelf = new StateShelf(_station.Flash);
        var journal = new ReadingJournal(shelf, _station.Instruments, 64 * 1024, _station.Config.Id);
        Assert.IsTrue(journal.TryOpen());
        var calibrations = new Calibrations(_station.Ports, _station.Config, shelf, new StationEvents(journal, _station.Clock));
        calibrations.Load();
        return (journal, calibrations);
    }
}
