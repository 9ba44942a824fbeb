namespace WaterNode.Station.Ports
{
    /// <summary>All doors to the outside world, filled in by a composition root (the board's Program.cs, or the virtual station).</summary>
    public sealed class StationPorts
    {
        public IClock Clock;
        public IAdc Adc;
        public ITemperatureProbe TemperatureProbe;
        public IPotentiostat Potentiostat;
        public IFluidics Fluidics;
        public IFlash Flash;
        public IMqttLink Link;
        public IScreen Screen;

        /// <summary>Null on a board without one: the display then shows the verdict page only.</summary>
        public IButton Button;

        public IPower Power;
        public IEntropy Entropy;
    }
}
