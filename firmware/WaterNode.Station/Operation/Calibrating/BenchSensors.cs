using WaterNode.Station.Ports;
using WaterNode.Station.Wire;

namespace WaterNode.Station.Operation.Calibrating
{
    /// <summary>The sensors that can be calibrated. Another one is a class of its own and a line here.</summary>
    public static class BenchSensors
    {
        /// <summary>Their channels, for whoever named another.</summary>
        public const string Names = "ph, ec, f or as";

        /// <param name="name">A channel's.</param>
        /// <returns>The channel's index; -1 when no sensor of that name is calibrated.</returns>
        public static int Find(string name)
        {
            for (int i = Channel.Ph; i < Channel.All.Length; i++)
            {
                if (Channel.All[i].Name == name)
                {
                    return i;
                }
            }

            return -1;
        }

        /// <param name="channel">As <see cref="Find"/> gives it.</param>
        public static SensorOnBench Make(int channel, StationPorts ports, StationConfig config)
        {
            switch (channel)
            {
                case Channel.Ph: return new GlassOnBench(ports, config);
                case Channel.Ec: return new ConductivityOnBench(ports, config);
                case Channel.F: return new FluorideOnBench(ports, config);
                default: return new ArsenicOnBench(ports, config);
            }
        }
    }
}
