using System;

namespace WaterNode.Station.Chemistry
{
    /// <summary>What an ion-selective electrode senses is activity: a = gamma c.</summary>
    public static class IonActivity
    {
        /// <summary>A of Debye and Hueckel in water of 25 degrees C.</summary>
        private const double DebyeHueckel = 0.509;

        /// <summary>Davies 1962; he had 0.2 in 1938.</summary>
        private const double DaviesTerm = 0.3;

        /// <summary>The equation is used up to about this, mol/L.</summary>
        private const double IonicStrengthMax = 0.5;

        private const double MolesPerMicroSiemens = 1.6e-5;

        /// <summary>Activity coefficient of a singly charged ion: -log gamma = A (sqrt(I) / (1 + sqrt(I)) - 0.3 I).</summary>
        /// <param name="ionicStrength">I, mol/L; taken as 0 to 0.5.</param>
        public static double Coefficient(double ionicStrength)
        {
            double strength = ionicStrength < 0 ? 0 : ionicStrength > IonicStrengthMax ? IonicStrengthMax : ionicStrength;
            double root = Math.Sqrt(strength);
            return Math.Pow(10, -DebyeHueckel * ((root / (1 + root)) - (DaviesTerm * strength)));
        }

        /// <summary>I of a natural water from its conductivity, mol/L.</summary>
        /// <param name="conductivity25">EC25, microsiemens per cm.</param>
        public static double StrengthOfNaturalWater(double conductivity25)
        {
            return MolesPerMicroSiemens * conductivity25;
        }
    }
}
