using System.Text.Json;
using WaterNode.Station.Journal;
using WaterNode.Station.Ports;
using WaterNode.Station.Tests.Simulation;

namespace WaterNode.Station.Tests.Publishing;

[TestClass]
public class PublishingTests
{
    [TestMethod]
    public void A_station_subscribes_to_its_own_topics_and_says_hello_with_a_will()
    {
        var station = new TestStation(measuresWet: false);
        station.Cycle.Run();

        Assert.AreEqual("waternode/v1/lk-anp-0007/status {\"online\":false}", station.Link.Will);
        CollectionAssert.AreEquivalent(
            new[] { "waternode/v1/lk-anp-0007/ack", "waternode/v1/lk-anp-0007/command", "waternode/v1/lk-anp-0007/time" },
            station.Link.Subscriptions);
        var status = station.Link.On("status").Single();
        Assert.IsTrue(status.Retain);
        using var json = JsonDocument.Parse(status.Payload);
        Assert.IsTrue(json.RootElement.GetProperty("online").GetBoolean());
        Assert.AreEqual(station.Cycle.Journal.Generation, json.RootElement.GetProperty("gen").GetString());
        Assert.AreEqual(1, json.RootElement.GetProperty("seq").GetInt64());
        Assert.AreEqual(1, json.RootElement.GetProperty("old").GetInt64());
        Assert.AreEqual("power", json.RootElement.GetProperty("reset").GetString());
        Assert.AreEqual("3.91", json.RootElement.GetProperty("battery").GetRawText());
        Assert.AreEqual(-71, json.RootElement.GetProperty("rssi").GetInt32());
    }

    [TestMethod]
    public void A_station_that_stays_connected_says_once_a_cycle_how_much_it_holds()
    {
        var station = new TestStation(measuresWet: false);
        station.RunCycles(3);
        station.Cycle.Serve(1000);

        var status = station.Link.On("status").ToList();
        Assert.HasCount(3, status);
        Assert.AreEqual(1, station.Link.ConnectionAttempts);
        Assert.IsTrue(status.All(message => message.Retain));
        Assert.AreEqual("1 2 3", string.Join(' ', status.Select(message => Field(message, "seq"))));
        Assert.IsLessThan(160, status.Max(message => message.Payload.Length), "what it costs is written at Connection.RefreshStatus");
    }

    [TestMethod]
    public void A_cycle_that_stored_nothing_has_no_new_status()
    {
        var station = new TestStation(measuresWet: false);
        station.Cycle.Run();
        station.Flash.RefusesAfterBytes = 0;

        Assert.IsFalse(station.Cycle.Run().Stored);

        Assert.HasCount(1, station.Link.On("status").ToList());
    }

    [TestMethod]
    public void A_status_that_the_link_refused_is_said_in_the_next_cycle()
    {
        var station = new TestStation(measuresWet: false);
        station.Cycle.Run();
        station.Link.AcceptsPublishes = false;
        station.Cycle.Run();
        station.Link.AcceptsPublishes = true;
        station.Cycle.Run();

        Assert.AreEqual("1 3", string.Join(' ', station.Link.On("status").Select(message => Field(message, "seq"))));
    }

    [TestMethod]
    public void A_station_that_sleeps_says_it_once_a_wake_up()
    {
        var station = new TestStation(measuresWet: false);
        station.Config.StaysConnected = false;
        station.RunCycles(3);

        Assert.AreEqual("1 2 3", string.Join(' ', station.Link.On("status").Select(message => Field(message, "seq"))));
    }

    [TestMethod]
    public void A_reading_stays_pending_until_the_gateway_acknowledges_it()
    {
        var station = new TestStation(measuresWet: false);
        station.Link.Acknowledges = false;
        station.RunCycles(3);
        Assert.AreEqual(3, station.Cycle.Journal.PendingCount, "a confirmation is no acknowledgement");

        station.Link.Acknowledges = true;
        Assert.AreEqual(0, station.Cycle.Run().Pending);
    }

    [TestMethod]
    public void What_was_measured_without_a_connection_is_sent_later_in_order_and_once()
    {
        var station = new TestStation(measuresWet: false);
        station.Link.AcceptsConnections = false;
        station.RunCycles(40);
        Assert.AreEqual(40, station.Cycle.Journal.PendingCount);

        station.Link.AcceptsConnections = true;
        station.Cycle.Serve(1000);

        Assert.AreEqual(0, station.Cycle.Journal.PendingCount);
        CollectionAssert.AreEqual(Enumerable.Range(1, 40).Select(sequence => (long)sequence).ToArray(), station.Link.Gateway!.Arrivals);
        Assert.IsTrue(station.Link.On("readings").All(pack => pack.Payload.Length <= 2048 && !pack.Retain));
    }

    [TestMethod]
    public void A_broken_connection_sends_again_what_was_not_acknowledged_with_the_same_content()
    {
        var station = new TestStation(measuresWet: false);
        station.Link.Confirms = false;
        station.Link.Acknowledges = false;
        station.RunCycles(2);
        var first = station.Link.On("readings").First().Text;
        station.Link.Drop();

        station.Link.Confirms = true;
        station.Link.Acknowledges = true;
        station.Clock.PassSeconds(120);
        station.Cycle.Serve(1000);

        Assert.AreEqual(0, station.Cycle.Journal.PendingCount);
        using var before = JsonDocument.Parse(first);
        using var again = JsonDocument.Parse(station.Link.On("readings").Last().Payload);
        Assert.IsTrue(JsonElement.DeepEquals(before.RootElement[0], again.RootElement[0]));
    }

    [TestMethod]
    public void A_publish_that_the_link_gave_up_is_sent_again()
    {
        var station = new TestStation(measuresWet: false);
        station.Link.Gateway = null;
        station.Link.Confirms = false;
        station.Cycle.Run();
        station.Link.Gateway = new SimulatedGateway();
        station.Link.GiveUp(2);
        station.Link.Confirms = true;
        station.Cycle.Serve(100);

        Assert.AreEqual(2, station.Link.On("readings").Count());
        Assert.AreEqual(0, station.Cycle.Journal.PendingCount);
    }

    [TestMethod]
    public void At_most_four_packs_wait_for_a_confirmation()
    {
        var station = new TestStation(measuresWet: false);
        station.Link.AcceptsConnections = false;
        station.RunCycles(100);
        station.Link.AcceptsConnections = true;
        station.Link.Confirms = false;
        station.Link.Acknowledges = false;
        station.Cycle.Serve(1000);

        Assert.AreEqual(4, station.Link.On("readings").Count());
    }

    [TestMethod]
    public void A_broker_without_a_gateway_behind_it_does_not_get_the_whole_journal_again_and_again()
    {
        var station = new TestStation(measuresWet: false);
        station.Link.AcceptsConnections = false;
        station.RunCycles(300);
        station.Link.AcceptsConnections = true;
        station.Link.Acknowledges = false;
        station.Cycle.Serve(1000);

        Assert.AreEqual(32, station.Link.On("readings").Count());
        Assert.AreEqual(300, station.Cycle.Journal.PendingCount);
    }

    [TestMethod]
    public void Failed_connections_are_tried_ever_more_seldom()
    {
        var station = new TestStation(measuresWet: false);
        station.Link.AcceptsConnections = false;
        station.Cycle.Run();
        for (var second = 0; second < 3600; second++)
        {
            station.Clock.PassSeconds(1);
            station.Cycle.Serve(0);
        }

        Assert.IsInRange(3600 / 91, 3600 / 60 + 8, station.Link.ConnectionAttempts);
    }

    [TestMethod]
    public void A_record_with_five_confirmations_over_24_hours_goes_alone_once_more_and_is_then_lost()
    {
        var station = new TestStation(measuresWet: false);
        station.Link.Gateway!.Indigestible.Add(3);
        station.RunCycles(5);
        Assert.AreEqual(1, station.Cycle.Journal.PendingCount);

        // Every wake-up from deep sleep connects anew and sends what is not acknowledged.
        for (var hour = 0; hour < 23; hour++) Sleep(station, 3600);
        Assert.AreEqual(0, station.Cycle.Journal.LostCount, "not before 24 hours");
        for (var hour = 0; hour < 4; hour++) Sleep(station, 3600);

        Assert.AreEqual(1, station.Cycle.Journal.LostCount);
        var alone = station.Link.On("readings").Last(pack => pack.Text.Contains("\"seq\":3,", StringComparison.Ordinal));
        Assert.AreEqual(1, SequencesIn(alone));
        var loss = station.Link.On("events").First();
        using var json = JsonDocument.Parse(loss.Payload);
        Assert.AreEqual("loss", json.RootElement.GetProperty("type").GetString());
        Assert.AreEqual(3, json.RootElement.GetProperty("lost")[0][0].GetInt64());
        Assert.IsTrue(json.RootElement.TryGetProperty("pon", out _));
        var arrivalsOfLost = station.Link.Gateway.Arrivals.Count(sequence => sequence == 3);

        for (var hour = 0; hour < 10; hour++) Sleep(station, 3600);
        Assert.AreEqual(arrivalsOfLost, station.Link.Gateway.Arrivals.Count(sequence => sequence == 3), "never sent again");
        Assert.AreEqual(0, station.Cycle.Journal.PendingCount, "the gateway was told by the field lost, and went on");
        Assert.AreEqual(1, station.Cycle.Journal.LostCount);
    }

    [TestMethod]
    public void An_event_that_the_gateway_cannot_digest_is_given_up_like_a_record()
    {
        var station = new TestStation(measuresWet: false);
        station.Cycle.Run();
        station.Link.Gateway!.Indigestible.Add(2);
        Assert.IsTrue(station.Cycle.Journal.TryStoreEvent(new WaterNode.Station.Wire.Stamp { PowerOn = 1 }, "\"type\":\"fault\""));
        for (var hour = 0; hour < 28; hour++) Sleep(station, 3600);

        Assert.AreEqual(1, station.Cycle.Journal.LostCount);
        Assert.AreEqual(0, station.Cycle.Journal.PendingCount);
    }

    [TestMethod]
    public void A_record_whose_acknowledgement_came_late_is_not_given_up()
    {
        var station = new TestStation(measuresWet: false);
        station.Link.Gateway!.Indigestible.Add(3);
        station.RunCycles(5);
        for (var hour = 0; hour < 30 && !station.Cycle.Journal.IsLastTryDone(3); hour++) Sleep(station, 3600);
        Assert.IsTrue(station.Cycle.Journal.IsLastTryDone(3));

        // The gateway took it in while the station slept; its retained acknowledgement comes after the subscription.
        station.Link.Gateway.Indigestible.Clear();
        station.Link.RetainedAcknowledgement = $$"""{"gen":"{{station.Cycle.Journal.Generation}}","seq":{{station.Cycle.Journal.LastSequence}},"db":"{{station.Link.Gateway.DatabaseId}}"}""";
        Sleep(station, 3600);

        Assert.AreEqual(0, station.Cycle.Journal.LostCount);
        Assert.IsEmpty(station.Link.On("events"));
    }

    [TestMethod]
    public void A_gateway_that_lost_its_disk_gets_everything_again()
    {
        var station = new TestStation(measuresWet: false);
        station.RunCycles(6);
        var before = station.Link.Gateway!.Contents.ToDictionary();
        station.Link.Gateway.LoseDatabase("77777777");
        station.Link.Gateway.Contents.Clear();
        station.RunCycles(1);
        station.Cycle.Serve(100);

        CollectionAssert.AreEqual(new long[] { 1, 2, 3, 4, 5, 6, 7 }, station.Link.Gateway.Held.ToArray());
        foreach (var (sequence, content) in before) Assert.AreEqual(content, station.Link.Gateway.Contents[sequence]);
    }

    [TestMethod]
    public void The_gateway_goes_on_past_records_that_were_overwritten()
    {
        var station = new TestStation(measuresWet: false);
        station.Config.JournalCapacityBytes = 4096;
        station.WakeUp(StartReason.PowerOn);
        station.Link.AcceptsConnections = false;
        station.RunCycles(100);
        station.Link.AcceptsConnections = true;
        station.Cycle.Serve(1000);

        var journal = station.Cycle.Journal;
        Assert.AreEqual(0, journal.PendingCount);
        Assert.AreEqual(100, journal.AcknowledgedSequence);
        Assert.AreEqual(100 - station.Link.Gateway!.Held.Count, journal.LostCount);
        Assert.IsGreaterThan(0, journal.LostCount);
    }

    private static void Sleep(TestStation station, int seconds)
    {
        station.Clock.PassSeconds(seconds);
        station.WakeUp(StartReason.DeepSleep);
        station.Cycle.Run();
        station.Cycle.Serve(10);
    }

    private static long Field(Published message, string name)
    {
        using var json = JsonDocument.Parse(message.Payload);
        return json.RootElement.GetProperty(name).GetInt64();
    }

    private static int SequencesIn(Published pack)
    {
        using var json = JsonDocument.Parse(pack.Payload);
        return json.RootElement.EnumerateArray().Count(entry => entry.TryGetProperty("seq", out _));
    }
}
