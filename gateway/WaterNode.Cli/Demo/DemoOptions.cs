using WaterNode.Simulation.Events;

namespace WaterNode.Cli.Demo;

/// <param name="Speed">Simulated seconds per second.</param>
/// <param name="For">Wall time of measuring.</param>
/// <param name="Outage">Share of that time in which the uplink is down, 0 to 0.95.</param>
/// <param name="Events">What befalls the stations.</param>
/// <param name="ReportFile">Where the report goes besides standard output; null for nowhere.</param>
/// <param name="DataFolder">An empty or new folder; null for a temporary one.</param>
public sealed record DemoOptions(int Stations, double Speed, TimeSpan For, double Outage, IReadOnlyList<StationEvent> Events, string? ReportFile, string? DataFolder);
