using WaterNode.Station.Display;

namespace WaterNode.Station.Operation.Reagents
{
    /// <summary>The bottles as the display shows them.</summary>
    public sealed class BottlesAtTheStation : IReagentBottles
    {
        private const string Who = "button";

        private readonly ReagentLevels _levels;
        private readonly StationConfig _config;

        public BottlesAtTheStation(ReagentLevels levels, StationConfig config)
        {
            _levels = levels;
            _config = config;
        }

        public int BottleCount
        {
            get { return Bottles.Count; }
        }

        public TextId NameOf(int bottle)
        {
            switch ((Bottle)bottle)
            {
                case Bottle.Tisab: return TextId.Tisab;
                case Bottle.Electrolyte: return TextId.Electrolyte;
                case Bottle.Standard: return TextId.Standard;
                default: return TextId.Rinse;
            }
        }

        public int LeftMilliLitresOf(int bottle)
        {
            return _levels.LeftMilliLitres((Bottle)bottle);
        }

        public int FullMilliLitresOf(int bottle)
        {
            return Bottles.MilliLitresOf((Bottle)bottle, _config);
        }

        public int RunsOf(int bottle)
        {
            return _levels.RunsLeft((Bottle)bottle);
        }

        public bool TryRefillAll()
        {
            return _levels.TryRefill(ReagentLevels.All, Who, out _);
        }
    }
}
