using WaterNode.Sync.Records;
using WaterNode.Tier.Store;

namespace WaterNode.Tier.Tests;

/// <summary>Records as a station sends them.</summary>
internal static class Some
{
    public const string Station = "lk-anp-0007";
    public const uint Generation = 0x9f3a12c4;
    public const long Noon = 1_763_740_800;

    public static Record Record(long sequence, string station = Station, uint generation = Generation, long? time = Noon) =>
        new(new RecordId(station, generation, sequence))
        {
            Time = time + sequence * 900,
            PowerOn = 12,
            UpSeconds = 86_400 + sequence * 900,
            LimitSet = "sls-614-2013/1",
            Readings =
            [
                new Reading("temp", "Cel") { Value = new Scaled(274, 1), Quality = Quality.Pass, Uncertainty = new Scaled(2, 1) },
                new Reading("f", "kg/m3") { Value = new Scaled(112, 5), Quality = Quality.Suspect, Calibration = 9, Reasons = "untreated", Verdict = "uncertain" },
                new Reading("as", "kg/m3") { Quality = Quality.Missing, Reasons = "pump-no-answer", Verdict = "uncertain" },
            ],
        };

    public static Record Undated(long sequence, long up) => Record(sequence) with { Time = null, UpSeconds = up };

    public static Record[] Records(int count, long from = 1, string station = Station) =>
        [.. Enumerable.Range(0, count).Select(i => Record(from + i, station))];

    public static Task<CommitReceipt> Commit(this IRecordStore store, params Record[] records) =>
        store.Commit([.. records.Select(record => new RecordArrival(record))], CancellationToken.None);

    public static Task<CommitReceipt> CommitFrom(this IRecordStore store, string child, params Record[] records) =>
        store.Commit([.. records.Select(record => new RecordArrival(record, child))], CancellationToken.None);
}
