using WaterNode.Station.Ports;

namespace WaterNode.Station.Operation.Reagents
{
    /// <summary>The pumps, and how much each line has moved since somebody asked.</summary>
    public sealed class MeteredFluidics : IFluidics
    {
        private const int Lines = (int)FluidLine.FluorideStandardHigh + 1;

        private readonly IFluidics _pumps;
        private readonly int[] _microLitres = new int[Lines];

        private MeteredFluidics(IFluidics pumps)
        {
            _pumps = pumps;
        }

        /// <summary>Puts a meter on pumps that have none yet; those that have one keep it.</summary>
        public static MeteredFluidics Over(IFluidics pumps)
        {
            return pumps is MeteredFluidics metered ? metered : new MeteredFluidics(pumps);
        }

        /// <remarks>What a pump moved before it stalled is not known and not counted.</remarks>
        public bool TryMove(FluidLine line, int microLitres)
        {
            bool isMoved = _pumps.TryMove(line, microLitres);
            if (isMoved)
            {
                _microLitres[(int)line] += microLitres;
            }

            return isMoved;
        }

        /// <summary>What a line has moved since the last call, microlitres.</summary>
        public int Take(FluidLine line)
        {
            int moved = _microLitres[(int)line];
            _microLitres[(int)line] = 0;
            return moved;
        }
    }
}
