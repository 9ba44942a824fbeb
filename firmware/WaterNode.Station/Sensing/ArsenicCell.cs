using WaterNode.Station.Operation;
using WaterNode.Station.Ports;

namespace WaterNode.Station.Sensing
{
    /// <summary>The arsenic cell and what is in it: nothing is dosed into a cell whose content is not known, or that would run over.</summary>
    public sealed class ArsenicCell
    {
        /// <summary>A drain leaves a film behind; each turn dilutes it some hundredfold.</summary>
        public const int RinseTurns = 2;

        private const int Unknown = -1;

        private readonly IFluidics _fluidics;
        private readonly StationConfig _config;

        private int _microLitres = Unknown;

        public ArsenicCell(IFluidics fluidics, StationConfig config)
        {
            _fluidics = fluidics;
            _config = config;
        }

        /// <summary>What can still be added, microlitres; 0 when the content is not known.</summary>
        public int RoomMicroLitres
        {
            get { return _microLitres == Unknown ? 0 : _config.ArsenicCellMicroLitresMax - _microLitres; }
        }

        /// <returns>False when the drain did not answer: then nothing can be dosed until it does.</returns>
        public bool TryDrain()
        {
            _microLitres = _fluidics.TryMove(FluidLine.Drain, 0) ? 0 : Unknown;
            return _microLitres == 0;
        }

        /// <returns>False when there is no room, and then no pump has run; or when the pump did not answer, and then the content is not known.</returns>
        public bool TryAdd(FluidLine line, int microLitres)
        {
            if (microLitres < 0 || microLitres > RoomMicroLitres)
            {
                return false;
            }

            _microLitres = _fluidics.TryMove(line, microLitres) ? _microLitres + microLitres : Unknown;
            return _microLitres != Unknown;
        }

        /// <summary>Empties the cell and rinses it. It ends empty, whatever was in it.</summary>
        public bool TryRinse()
        {
            bool good = TryDrain();
            for (int i = 0; i < RinseTurns && good; i++)
            {
                good = TryAdd(FluidLine.Rinse, _config.ArsenicRinseMicroLitres) && TryDrain();
            }

            return good;
        }

        /// <summary>Rinse water and electrolyte in the amounts of a measurement.</summary>
        public bool TryFillBlank()
        {
            return TryDrain()
                && TryAdd(FluidLine.Rinse, _config.ArsenicSampleMicroLitres)
                && TryAdd(FluidLine.Electrolyte, _config.ElectrolyteMicroLitres);
        }

        /// <summary>Sample and electrolyte, after a little sample has taken the water of the last run out of the line.</summary>
        public bool TryFillSample()
        {
            return TryDrain()
                && TryAdd(FluidLine.Sample, _config.ArsenicFlushMicroLitres)
                && TryDrain()
                && TryAdd(FluidLine.Sample, _config.ArsenicSampleMicroLitres)
                && TryAdd(FluidLine.Electrolyte, _config.ElectrolyteMicroLitres);
        }
    }
}
