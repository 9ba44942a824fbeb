using WaterNode.Station.Operation;
using WaterNode.Station.Ports;

namespace WaterNode.Station.Sensing
{
    /// <summary>Fills the fluoride cell in the same way for samples and standards, so that what the pumps do wrong cancels.</summary>
    public sealed class FluorideCell
    {
        private readonly IFluidics _fluidics;
        private readonly StationConfig _config;

        public FluorideCell(IFluidics fluidics, StationConfig config)
        {
            _fluidics = fluidics;
            _config = config;
        }

        /// <summary>Rinses the cell with the solution, then fills it: what the drain leaves behind would otherwise be a few per cent of a weak sample.</summary>
        /// <returns>False when a pump did not answer: nobody knows what is in the cell.</returns>
        public bool TryFill(FluidLine solution)
        {
            return _fluidics.TryMove(FluidLine.FluorideDrain, 0)
                && _fluidics.TryMove(solution, _config.FluorideRinseMicroLitres)
                && _fluidics.TryMove(FluidLine.FluorideDrain, 0)
                && _fluidics.TryMove(solution, _config.FluorideSampleMicroLitres);
        }

        /// <summary>Doses the buffer that frees the fluoride and fixes the ionic strength.</summary>
        /// <returns>False when the pump did not answer.</returns>
        public bool TryBuffer()
        {
            return _fluidics.TryMove(FluidLine.Tisab, _config.TisabMicroLitres);
        }
    }
}
