using WaterNode.Station.Ports;
using WaterNode.Station.Sensing;

namespace WaterNode.Station.Operation.Reagents
{
    /// <summary>What each bottle is called, which line empties it, what it holds, and what a measurement takes of it.</summary>
    public static class Bottles
    {
        public const int Count = 4;

        /// <summary>As on the wire and in station.json.</summary>
        public static string NameOf(Bottle bottle)
        {
            switch (bottle)
            {
                case Bottle.Tisab: return "tisab";
                case Bottle.Electrolyte: return "electrolyte";
                case Bottle.Standard: return "standard";
                default: return "rinse";
            }
        }

        /// <returns>False when no bottle is called so.</returns>
        public static bool TryFind(string name, out Bottle bottle)
        {
            for (int i = 0; i < Count; i++)
            {
                bottle = (Bottle)i;
                if (NameOf(bottle) == name)
                {
                    return true;
                }
            }

            bottle = Bottle.Tisab;
            return false;
        }

        public static FluidLine LineOf(Bottle bottle)
        {
            switch (bottle)
            {
                case Bottle.Tisab: return FluidLine.Tisab;
                case Bottle.Electrolyte: return FluidLine.Electrolyte;
                case Bottle.Standard: return FluidLine.ArsenicStandard;
                default: return FluidLine.Rinse;
            }
        }

        /// <returns>What a full bottle holds, ml.</returns>
        public static int MilliLitresOf(Bottle bottle, StationConfig config)
        {
            switch (bottle)
            {
                case Bottle.Tisab: return config.TisabBottleMilliLitres;
                case Bottle.Electrolyte: return config.ElectrolyteBottleMilliLitres;
                case Bottle.Standard: return config.StandardBottleMilliLitres;
                default: return config.RinseBottleMilliLitres;
            }
        }

        /// <returns>What one measurement of fluoride and arsenic takes at most, microlitres.</returns>
        /// <remarks>How much standard a run adds follows from the water; strong water takes all that the cell has room for, and clean water a fifteenth of it.</remarks>
        public static int MicroLitresPerRun(Bottle bottle, StationConfig config)
        {
            switch (bottle)
            {
                case Bottle.Tisab: return config.TisabMicroLitres;
                case Bottle.Electrolyte: return 2 * config.ElectrolyteMicroLitres;
                case Bottle.Standard: return config.ArsenicAddedMicroLitresMax;
                default: return (2 * ArsenicCell.RinseTurns * config.ArsenicRinseMicroLitres) + config.ArsenicSampleMicroLitres;
            }
        }
    }
}
